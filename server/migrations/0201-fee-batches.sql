-- Annual fees are paid in batches: chosen, approved by somebody else, paid by one file, receipts back.

create table fee_batch (
  institution_id uuid not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  budget text not null check (length(budget) between 1 and 200),
  -- The day on which it is to be paid: what is late by then costs more.
  pay_on date not null,
  -- The reading of the rule on late fees that its amounts follow.
  reading text not null check (length(reading) between 1 and 60),
  state text not null check (state in ('proposed', 'approved', 'refused', 'cancelled', 'settled')),
  made_by uuid not null,
  made_name text not null,
  made_on ledger_day not null,
  decided_by uuid check (decided_by <> made_by),
  decided_name text,
  decided_on date,
  remark text check (length(remark) between 1 and 500),
  -- The day by which lists are sorted.
  dated_on text not null generated always as (made_on) stored,
  primary key (institution_id, id)
);

select tenant_table('fee_batch', 'batches of annual fees; every change is an entry of the chain of its batch');

create index fee_batch_newest on fee_batch (institution_id, dated_on desc, id desc);

grant select, insert (institution_id, id, title, budget, pay_on, reading, state, made_by, made_name,
  made_on, decided_by, decided_name, decided_on, remark), update (state, decided_by, decided_name,
  decided_on, remark) on fee_batch to yizhuan_app;

create table fee_batch_line (
  institution_id uuid not null,
  batch_id uuid not null,
  right_id uuid not null,
  year integer not null check (year >= 1),
  fee_fen bigint not null check (fee_fen >= 0),
  surcharge_fen bigint not null check (surcharge_fen >= 0),
  state text not null check (state in ('open', 'paid', 'dropped')),
  paid_on date,
  paid_fen bigint check (paid_fen > 0),
  receipt text check (length(receipt) between 1 and 100),
  -- The event the payment became.
  event_id uuid,
  primary key (institution_id, batch_id, right_id, year),
  foreign key (institution_id, batch_id) references fee_batch (institution_id, id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  foreign key (institution_id, event_id) references right_event (institution_id, id),
  check ((state = 'paid') = (paid_on is not null and paid_fen is not null and receipt is not null))
);

select tenant_table('fee_batch_line', 'the fees of a batch; a year of a right stands in one batch only');

-- Nothing is paid twice: a year that is open in one batch comes into no other. One that is paid is no unpaid
-- fee any more; where too little was paid, the rest may be.
create unique index fee_batch_line_once on fee_batch_line (institution_id, right_id, year)
  where state = 'open';

-- A receipt settles one line.
create unique index fee_batch_line_receipt on fee_batch_line (institution_id, receipt, right_id, year)
  where receipt is not null;

grant select, insert, update (state, paid_on, paid_fen, receipt, event_id) on fee_batch_line to yizhuan_app;
