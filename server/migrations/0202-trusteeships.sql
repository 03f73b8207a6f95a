-- Trusteeship: ownership, operation and income of rights and achievements held by different parties for a time.

create table trusteeship (
  institution_id uuid not null,
  id uuid not null,
  number text not null check (length(number) between 1 and 60),
  title text not null check (length(title) between 1 and 300),
  trustee text not null check (length(trustee) between 1 and 200),
  trustee_uscc text check (trustee_uscc ~ '^[0-9A-Z]{18}$'),
  trustee_kind text not null check (trustee_kind ~ '^[a-z_]{1,40}$'),
  -- What it is about: rights and achievements, as they were called when they were put into it.
  subjects jsonb not null check (jsonb_array_length(subjects) >= 1),
  -- Who holds which of the three; those of the income with their shares of it.
  parties jsonb not null check (jsonb_array_length(parties) >= 3),
  payer text check (payer in ('third_party', 'institution')),
  from_day ledger_day not null,
  to_day ledger_day check (to_day >= from_day),
  duties text not null check (length(duties) between 1 and 4000),
  fee_fen bigint check (fee_fen >= 0),
  fee_words text check (length(fee_words) between 1 and 1000),
  approved_by text check (length(approved_by) between 1 and 200),
  approved_on ledger_day,
  files jsonb not null,
  -- Why it stands beside what speaks against it.
  despite text check (length(despite) between 1 and 1000),
  remark text check (length(remark) between 1 and 2000),
  ended_on ledger_day check (ended_on >= from_day),
  end_reason text check (length(end_reason) between 1 and 1000),
  dated_on text not null generated always as (from_day) stored,
  primary key (institution_id, id),
  unique (institution_id, number),
  check ((ended_on is null) = (end_reason is null))
);

select tenant_table('trusteeship', 'agreements of trusteeship; every change is an entry of the chain of its record');

create index trusteeship_newest on trusteeship (institution_id, dated_on desc, id desc);

create index trusteeship_by_subject on trusteeship using gin (subjects jsonb_path_ops);

grant select, insert (institution_id, id, number, title, trustee, trustee_uscc, trustee_kind, subjects,
  parties, payer, from_day, to_day, duties, fee_fen, fee_words, approved_by, approved_on, files, despite,
  remark, ended_on, end_reason),
  update (number, title, trustee, trustee_uscc, trustee_kind, subjects, parties, payer, from_day, to_day,
  duties, fee_fen, fee_words, approved_by, approved_on, files, despite, remark, ended_on, end_reason)
  on trusteeship to yizhuan_app;
