-- What the office confirms of fees that were paid comes back as a list: looked at line by line, taken by one act,
-- and taken back by one while nothing rests on it.

create table fee_receipt_list (
  institution_id uuid not null,
  id uuid not null,
  -- The file it was read from.
  name text not null check (length(name) between 1 and 255),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  lines integer not null check (lines > 0),
  sum_fen bigint not null check (sum_fen > 0),
  state text not null check (state in ('taken', 'undone')),
  taken_on ledger_day not null,
  taken_name text not null,
  undo_reason text check (length(undo_reason) between 1 and 500),
  undone_on ledger_day,
  undone_name text,
  -- The day by which lists are sorted.
  dated_on text not null generated always as (taken_on) stored,
  primary key (institution_id, id),
  check ((state = 'undone')
    = (undo_reason is not null and undone_on is not null and undone_name is not null))
);

select tenant_table('fee_receipt_list', 'lists of receipts; every change is an entry of the chain of its list');

create index fee_receipt_list_newest on fee_receipt_list (institution_id, dated_on desc, id desc);

grant select, insert (institution_id, id, name, sha256, size, lines, sum_fen, state, taken_on,
  taken_name, undo_reason, undone_on, undone_name), update (state, undo_reason, undone_on, undone_name)
  on fee_receipt_list to yizhuan_app;

create table fee_receipt_line (
  institution_id uuid not null,
  list_id uuid not null,
  -- The event of the right that the line became, and the batch whose fee it settled.
  event_id uuid not null,
  right_id uuid not null,
  batch_id uuid not null,
  year integer not null check (year >= 1),
  -- The row of the file.
  row integer not null check (row >= 1),
  fen bigint not null check (fen > 0),
  receipt text not null check (length(receipt) between 1 and 100),
  paid_on date not null,
  primary key (institution_id, list_id, event_id),
  foreign key (institution_id, list_id) references fee_receipt_list (institution_id, id),
  foreign key (institution_id, event_id) references right_event (institution_id, id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  foreign key (institution_id, batch_id) references fee_batch (institution_id, id)
);

select tenant_table('fee_receipt_line', 'the lines of a list of receipts that were taken; append-only');

select append_only('fee_receipt_line');

grant select, insert on fee_receipt_line to yizhuan_app;
