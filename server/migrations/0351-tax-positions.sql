-- Positions on tax of a contract: what was answered with which evidence, and whether a relief is claimed.
-- The newest line of a fact counts; all stay.

create table tax_answer (
  institution_id uuid not null,
  contract_id uuid not null,
  regime text not null check (length(regime) between 1 and 40),
  seq integer not null check (seq >= 1),
  -- A fact of the law's vocabulary; `claimed` where somebody decided to claim the relief or not.
  fact text not null check (length(fact) between 1 and 60),
  value jsonb not null,
  words text check (length(words) between 1 and 2000),
  files jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, contract_id, regime, seq),
  foreign key (institution_id, contract_id) references contract (institution_id, id)
);

select tenant_table('tax_answer', 'what was answered about positions on tax of contracts; each also in the chain of its contract');

select append_only('tax_answer');

grant select, insert on tax_answer to yizhuan_app;
