-- Payouts: plans that may be paid are put into a batch, approved by somebody else, sent to the bank by a
-- file, and what became of each payment is taken back line by line. The act that says that a plan was paid
-- out is recorded in its case with the last of its payments, in the same transaction.

create table payout_batch (
  institution_id uuid not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  -- How those are paid who get money.
  way text not null check (way in ('bank', 'payroll', 'project')),
  pay_on date not null,
  state text not null check (state in ('gathering', 'made', 'approved', 'refused', 'cancelled', 'settled')),
  -- How many cases were chosen, how many were looked at by now, and how many payments came of them.
  chosen integer not null check (chosen >= 1),
  gathered integer not null default 0 check (gathered between 0 and chosen),
  orders integer not null default 0 check (orders >= 0),
  -- What finance confirmed of wages, insurance and tax.
  treatment jsonb not null,
  made_by uuid not null,
  made_name text not null,
  made_on ledger_day not null,
  -- Whoever made a batch does not approve it.
  decided_by uuid check (decided_by <> made_by),
  decided_name text,
  decided_on date,
  remark text check (length(remark) between 1 and 500),
  dated_on text not null generated always as (made_on) stored,
  primary key (institution_id, id)
);

select tenant_table('payout_batch', 'batches of payments; every change is an entry of the chain of its batch');

create index payout_batch_newest on payout_batch (institution_id, dated_on desc, id desc);

grant select, insert (institution_id, id, title, way, pay_on, state, chosen, treatment, made_by, made_name,
  made_on, decided_by, decided_name, decided_on, remark), update (state, gathered, orders, decided_by,
  decided_name, decided_on, remark) on payout_batch to yizhuan_app;

create table payout_plan (
  institution_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  case_id uuid not null,
  -- The act of the plan, and the last act of the record when its payments were ordered.
  plan_seq integer not null check (plan_seq >= 1),
  ordered_at integer not null check (ordered_at >= plan_seq),
  -- What the act will say that everybody got, and what of it they had before.
  lines jsonb not null,
  total_fen bigint not null check (total_fen >= 0),
  taken_in_fen bigint not null check (taken_in_fen between 0 and total_fen),
  state text not null check (state in ('ordered', 'waiting', 'settled', 'dropped')),
  -- Why the case does not take the act yet, though everything is paid.
  problem jsonb,
  act_seq integer check (act_seq > plan_seq),
  -- How often money of it was posted to the journal.
  postings integer not null default 0 check (postings >= 0),
  primary key (institution_id, id),
  foreign key (institution_id, batch_id) references payout_batch (institution_id, id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id),
  check ((state = 'settled') = (act_seq is not null)),
  check ((state = 'waiting') = (problem is not null))
);

select tenant_table('payout_plan', 'plans of cases that are paid in batches');

select closed_with_its_case('payout_plan');

-- A plan is paid once.
create unique index payout_plan_once on payout_plan (institution_id, case_id, plan_seq)
  where state <> 'dropped';

create index payout_plan_by_batch on payout_plan (institution_id, batch_id);

grant select, insert, update (state, problem, act_seq, postings) on payout_plan to yizhuan_app;

create table payment_order (
  institution_id uuid not null,
  case_id uuid not null,
  plan_seq integer not null,
  line smallint not null check (line >= 1),
  attempt smallint not null check (attempt >= 1),
  plan_id uuid not null,
  batch_id uuid not null,
  -- Its place in the batch: by this the bank's answer names it.
  number integer not null check (number >= 1),
  person_id uuid,
  name text not null check (length(name) between 1 and 300),
  way text not null check (way in ('bank', 'payroll', 'project', 'equity')),
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('ordered', 'sent', 'paid', 'returned', 'dropped')),
  -- To which account it was sent, as it was then; sealed as the register of persons seals it.
  file_number integer,
  sent_on date,
  bank_name text,
  account_masked text,
  account_sealed text,
  -- What was said to have become of it, until that is recorded.
  told text check (told in ('paid', 'returned')),
  told_on date,
  told_reason text check (length(told_reason) between 1 and 500),
  told_proof uuid,
  paid_on date,
  paid_proof uuid,
  paid_posting integer,
  returned_on date,
  returned_reason text,
  returned_proof uuid,
  returned_posting integer,
  primary key (institution_id, case_id, plan_seq, line, attempt),
  unique (institution_id, batch_id, number),
  foreign key (institution_id, plan_id) references payout_plan (institution_id, id),
  foreign key (institution_id, batch_id) references payout_batch (institution_id, id),
  check (state <> 'paid' or paid_on is not null),
  check ((state = 'returned') = (returned_on is not null))
);

select tenant_table('payment_order', 'payments of the lines of plans, attempt by attempt');

select closed_with_its_case('payment_order');

-- Nobody is paid twice: beside an attempt that is under way, or that reached its person, there is no other.
create unique index payment_order_once on payment_order (institution_id, case_id, plan_seq, line)
  where state in ('ordered', 'sent', 'paid');

create index payment_order_by_plan on payment_order (institution_id, plan_id);

create index payment_order_by_person on payment_order (institution_id, person_id)
  where person_id is not null;

-- What is paid again waits to be found.
create index payment_order_returned on payment_order (institution_id, case_id) where state = 'returned';

-- An order says for good who gets how much; only what became of it is written later.
grant select, insert, update (state, file_number, sent_on, bank_name, account_masked, account_sealed, told,
  told_on, told_reason, told_proof, paid_on, paid_proof, paid_posting, returned_on, returned_reason,
  returned_proof, returned_posting) on payment_order to yizhuan_app;

create function payment_order_turns() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and (old.state, new.state) not in (('ordered', 'sent'), ('ordered', 'paid'),
    ('ordered', 'dropped'), ('sent', 'paid'), ('sent', 'returned'), ('paid', 'returned')) then
    raise exception 'a payment that is % does not become %', old.state, new.state
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger payment_order_turns before update of state on payment_order
  for each row execute function payment_order_turns();

-- Cases that were chosen and could not be paid, and why.
create table payout_left_out (
  institution_id uuid not null,
  batch_id uuid not null,
  case_id uuid not null,
  problem jsonb not null,
  primary key (institution_id, batch_id, case_id),
  foreign key (institution_id, batch_id) references payout_batch (institution_id, id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('payout_left_out', 'cases that were chosen for a batch and could not be paid');

select closed_with_its_case('payout_left_out');

grant select, insert on payout_left_out to yizhuan_app;

-- A file that went to the bank; its digest shows whether one that turns up is the one that was made.
create table payout_file (
  institution_id uuid not null,
  batch_id uuid not null,
  number integer not null check (number >= 1),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  orders integer not null check (orders >= 1),
  total_fen bigint not null check (total_fen > 0),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, batch_id, number),
  foreign key (institution_id, batch_id) references payout_batch (institution_id, id)
);

select tenant_table('payout_file', 'files of payments that were made for the bank');

select append_only('payout_file');

grant select, insert on payout_file to yizhuan_app;

create table payout_proof (
  institution_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  document text not null check (length(document) between 1 and 200),
  file jsonb,
  lines integer not null check (lines >= 1),
  paid_fen bigint not null check (paid_fen >= 0),
  returned_fen bigint not null check (returned_fen >= 0),
  -- How many of its cases it touches, and for how many that is written by now.
  cases integer not null check (cases >= 1),
  done integer not null default 0 check (done between 0 and cases),
  taken_at timestamptz not null,
  taken_by uuid not null,
  taken_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, batch_id) references payout_batch (institution_id, id)
);

select tenant_table('payout_proof', 'what the bank or the payroll said of payments, and where it is written');

create index payout_proof_by_batch on payout_proof (institution_id, batch_id, taken_at);

grant select, insert, update (done) on payout_proof to yizhuan_app;

-- A payment is an event of money of its own.
alter table journal_entry drop constraint journal_entry_source_check;

alter table journal_entry add constraint journal_entry_source_check
  check (source in ('case', 'receipt', 'asset', 'asset_booking', 'fee_batch', 'payout'));
