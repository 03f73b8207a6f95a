-- What counterparties owe stands in the journal, from the day on which the chart recognises it.

-- Of a contract that the platform company signed, the claim is the company's. What others hold of the title
-- is theirs of every claim: [{"holder": "…", "share": "25%"}].
alter table contract
  add column claim_of_company boolean not null default false,
  add column others jsonb not null default '[]';

grant insert (claim_of_company, others), update (claim_of_company, others) on contract to yizhuan_app;

-- What of a receivable stands on its account now.
alter table receivable add column booked_fen bigint not null default 0 check (booked_fen >= 0);

grant update (booked_fen) on receivable to yizhuan_app;

create table receivable_booking (
  institution_id uuid not null,
  receivable_id uuid not null,
  seq integer not null check (seq >= 1),
  -- What was posted to the journal, event by event with its day and its parts.
  events jsonb not null,
  made_at timestamptz not null,
  primary key (institution_id, receivable_id, seq),
  foreign key (institution_id, receivable_id) references receivable (institution_id, id)
);

select tenant_table('receivable_booking', 'what receivables did to the books, step by step');

select append_only('receivable_booking');

grant select, insert on receivable_booking to yizhuan_app;

alter table journal_entry drop constraint journal_entry_source_check;

alter table journal_entry add constraint journal_entry_source_check
  check (source in ('case', 'receipt', 'asset', 'asset_booking', 'fee_batch', 'payout', 'grant_bonus',
    'fund', 'receivable'));

-- What is due by now is booked by the worker, and from then on at the start of each day.
insert into job (institution_id, task, payload, run_at, key)
select id, 'receivables.due', '{}'::jsonb, now(), 'receivables.due' from institution;
