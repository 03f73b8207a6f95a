-- What became of the value added tax of a month: paid, given back, declared with the tax of the whole house, not
-- levied, or paid already as a cost of a deal. A mistake is reversed by somebody else, never edited.

create table vat_settlement (
  institution_id uuid not null,
  id uuid not null,
  -- The last month of the period that was declared.
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  kind text not null check (kind in ('paid', 'given_back', 'carried', 'relieved', 'costed')),
  amount_fen bigint not null check (amount_fen > 0),
  on_day ledger_day not null,
  document text not null check (length(document) between 1 and 200),
  remark text check (length(remark) between 1 and 500),
  state text not null check (state in ('recorded', 'reversed')),
  made_by uuid not null,
  made_name text not null,
  made_on ledger_day not null,
  reversed_on date,
  reversed_for text check (length(reversed_for) between 1 and 500),
  -- Whoever recorded it does not reverse it.
  reversed_by uuid check (reversed_by <> made_by),
  reversed_name text,
  dated_on text not null generated always as (on_day) stored,
  primary key (institution_id, id),
  check ((state = 'reversed') = (reversed_on is not null and reversed_by is not null
    and reversed_for is not null and reversed_name is not null))
);

select tenant_table('vat_settlement', 'what became of the value added tax of a month; every change is an entry of its chain');

create index vat_settlement_newest on vat_settlement (institution_id, dated_on desc, id desc);

create index vat_settlement_by_month on vat_settlement (institution_id, month);

grant select, insert (institution_id, id, month, kind, amount_fen, on_day, document, remark, state, made_by, made_name,
  made_on, reversed_on, reversed_for, reversed_by, reversed_name),
  update (state, reversed_on, reversed_for, reversed_by, reversed_name) on vat_settlement to yizhuan_app;

-- It stands in the journal.
do $$
declare
  known text := (select pg_get_constraintdef(oid) from pg_constraint
    where conrelid = 'journal_entry'::regclass and conname = 'journal_entry_source_check');
begin
  alter table journal_entry drop constraint journal_entry_source_check;
  execute 'alter table journal_entry add constraint journal_entry_source_check '
    || replace(known, ']', ', ''vat_settlement''::text]');
end $$;
