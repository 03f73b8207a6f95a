-- An invoice is in yuan at the rate of its day; of a foreign receivable it also says what it asks for in its own
-- currency, by which it is known when it is paid. None said: all of it.
alter table invoice_line add column minor bigint check (minor > 0);

-- Contracts that were signed before claims were told apart get whose they are, and who else has a part of them.
insert into job (institution_id, task, payload, run_at, key)
select id, 'cases/fillClaims', '{}'::jsonb, now(), 'cases/fillClaims' from institution;

-- Dividends that were declared before are owed from their day on, as those of now are.
insert into job (institution_id, task, payload, run_at, key)
select id, 'cases/fillDividends', '{}'::jsonb, now(), 'cases/fillDividends' from institution;
