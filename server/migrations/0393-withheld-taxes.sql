-- Tax withheld from rewards on its way to the tax office: paid over month by month, made by one person, approved
-- by another and proved; what the office gives back is money too. A mistake is reversed, never edited.

create table tax_remittance (
  institution_id uuid not null,
  id uuid not null,
  -- Of which month the tax is: that in which the rewards were paid.
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  kind text not null check (kind in ('paid_over', 'given_back')),
  amount_fen bigint not null check (amount_fen > 0),
  state text not null
    check (state in ('made', 'approved', 'refused', 'cancelled', 'settled', 'reversed')),
  remark text check (length(remark) between 1 and 500),
  made_by uuid not null,
  made_name text not null,
  made_on ledger_day not null,
  -- Whoever made it does not approve it.
  decided_by uuid check (decided_by <> made_by),
  decided_name text,
  decided_on date,
  -- The day on which the money went or came, and what shows it.
  settled_on date,
  document text check (length(document) between 1 and 200),
  files jsonb not null default '[]',
  settled_name text,
  reversed_on date,
  reversed_for text check (length(reversed_for) between 1 and 500),
  -- Whoever made it does not reverse it either.
  reversed_by uuid check (reversed_by <> made_by),
  reversed_name text,
  dated_on text not null generated always as (made_on) stored,
  primary key (institution_id, id),
  check (state not in ('approved', 'settled', 'reversed') or decided_by is not null),
  check ((state in ('settled', 'reversed')) = (settled_on is not null and document is not null)),
  check ((state = 'reversed') = (reversed_on is not null and reversed_by is not null))
);

select tenant_table('tax_remittance', 'tax withheld that is paid over to the tax office, or given back by it');

create index tax_remittance_newest on tax_remittance (institution_id, dated_on desc, id desc);

create index tax_remittance_by_month on tax_remittance (institution_id, month);

grant select, insert (institution_id, id, month, kind, amount_fen, state, remark, made_by, made_name, made_on,
  decided_by, decided_name, decided_on, settled_on, document, files, settled_name, reversed_on, reversed_for,
  reversed_by, reversed_name), update (state, remark, decided_by, decided_name, decided_on, settled_on,
  document, files, settled_name, reversed_on, reversed_for, reversed_by, reversed_name)
  on tax_remittance to yizhuan_app;

-- Tax of a payment whose distribution was reversed: the person gives back what they got, and the tax is set off
-- against what they have too much. The act of the case says so as well.
create table tax_set_off (
  institution_id uuid not null,
  case_id uuid not null,
  plan_seq integer not null,
  line smallint not null,
  attempt smallint not null,
  act_seq integer not null check (act_seq > plan_seq),
  -- The month in which the payment was made: it is that month of which less is owed.
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  amount_fen bigint not null check (amount_fen > 0),
  -- Whether more of that month was paid over by then than stands: it is a claim on the tax office.
  is_claim boolean not null,
  on_day date not null,
  document text not null check (length(document) between 1 and 200),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, case_id, act_seq),
  foreign key (institution_id, case_id, plan_seq, line, attempt)
    references payment_order (institution_id, case_id, plan_seq, line, attempt)
);

select tenant_table('tax_set_off', 'tax withheld from payments whose distribution was reversed');

select closed_with_its_case('tax_set_off');

select append_only('tax_set_off');

grant select, insert on tax_set_off to yizhuan_app;

create index tax_set_off_by_payment on tax_set_off (institution_id, case_id, plan_seq, line, attempt);

alter table journal_entry drop constraint journal_entry_source_check;

alter table journal_entry add constraint journal_entry_source_check
  check (source in ('case', 'receipt', 'asset', 'asset_booking', 'fee_batch', 'payout', 'grant_bonus',
    'fund', 'receivable', 'closing', 'tax_remittance'));
