-- The journal: what every event of money comes to in the books of an institution. An entry is written whole
-- in the transaction of what it is about, balances in each of its books, and is never changed; a mistake is
-- taken back in red by an entry of its own.

create table journal_entry (
  institution_id uuid not null,
  id uuid not null,
  dated_on text not null check (dated_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  -- What happened, as the posting rules call it.
  kind text not null check (length(kind) between 1 and 40),
  -- Where it is recorded: a case by its act, a receipt of a ledger, a cost or booking of an asset, a fee.
  source text not null check (source in ('case', 'receipt', 'asset', 'asset_booking', 'fee_batch')),
  source_id uuid not null,
  source_seq integer not null check (source_seq >= 0),
  -- The record whose page shows it: the case, the receipt, the achievement or the batch.
  record_id uuid not null,
  case_id uuid,
  achievement_id uuid,
  -- The number or title of what it is about, and the voucher or paper that shows it.
  subject text not null check (length(subject) <= 300),
  reference text check (length(reference) between 1 and 500),
  reverses uuid,
  -- The day of the chart of accounts whose rule was followed.
  chart date not null,
  -- How many lines it has: none is added to it later.
  lines smallint not null check (lines >= 2),
  posted_at timestamptz not null,
  primary key (institution_id, id),
  unique (institution_id, id, lines),
  -- Nothing is posted twice.
  unique (institution_id, source, source_id, source_seq, kind),
  foreign key (institution_id, reverses) references journal_entry (institution_id, id)
);

select tenant_table('journal_entry', 'events of money in the books; each balances, none is ever changed');

select append_only('journal_entry');

select closed_with_its_case('journal_entry');

create index journal_entry_newest on journal_entry (institution_id, dated_on desc, id desc);

create index journal_entry_by_case on journal_entry (institution_id, case_id) where case_id is not null;

-- An entry is taken back once.
create unique index journal_entry_reversed_once on journal_entry (institution_id, reverses)
  where reverses is not null;

grant select, insert on journal_entry to yizhuan_app;

create table journal_line (
  institution_id uuid not null,
  entry_id uuid not null,
  line smallint not null,
  -- As many lines as its entry says it has, numbered from one: with all of them there, there is room for no other.
  lines smallint not null,
  book text not null check (book in ('financial', 'budget')),
  side text not null check (side in ('debit', 'credit')),
  account text not null check (length(account) between 1 and 40),
  -- Whole fen; below nought where the entry takes another one back.
  amount_fen bigint not null check (amount_fen <> 0),
  person text check (length(person) between 1 and 200),
  primary key (institution_id, entry_id, line),
  foreign key (institution_id, entry_id, lines) references journal_entry (institution_id, id, lines),
  check (line between 1 and lines)
);

select tenant_table('journal_line', 'the debits and credits of the entries of the journal');

select append_only('journal_line');

create index journal_line_by_account on journal_line (institution_id, account, entry_id);

grant select, insert on journal_line to yizhuan_app;

create function journal_entry_balances() returns trigger language plpgsql as $$
declare
  written bigint;
  off text;
begin
  select count(*),
    string_agg(distinct book, ', ') filter (where total <> 0)
  into written, off
  from (
    select book, sum(case side when 'debit' then amount_fen else -amount_fen end) over (partition by book) as total
    from journal_line
    where institution_id = new.institution_id and entry_id = new.id) as of_entry;
  if written <> new.lines then
    raise exception 'journal entry % has % of its % lines', new.id, written, new.lines
      using errcode = 'integrity_constraint_violation';
  end if;
  if off is not null then
    raise exception 'journal entry % does not balance: %', new.id, off
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

-- Looked at when the transaction commits: by then an entry is whole.
create constraint trigger journal_entry_balances after insert on journal_entry
  deferrable initially deferred for each row execute function journal_entry_balances();

-- What an institution's own books call an account of the chart. The newest line counts; all stay.
create table account_name (
  institution_id uuid not null,
  account text not null check (length(account) between 1 and 40),
  seq integer not null check (seq >= 1),
  number text not null check (length(number) between 1 and 40),
  name text not null check (length(name) between 1 and 100),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, account, seq)
);

select tenant_table('account_name', 'how the institution''s own books call the accounts of the chart, with history');

select append_only('account_name');

grant select, insert on account_name to yizhuan_app;

-- Vouchers that went out to the finance system.
create table voucher_run (
  institution_id uuid not null,
  id uuid not null,
  from_day date not null,
  to_day date not null,
  -- Whether those were asked for again that had gone out before.
  is_again boolean not null,
  entries integer not null check (entries >= 1),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, id),
  check (from_day <= to_day)
);

select tenant_table('voucher_run', 'when which entries of the journal went out to the finance system');

select append_only('voucher_run');

grant select, insert on voucher_run to yizhuan_app;

create table voucher (
  institution_id uuid not null,
  run_id uuid not null,
  entry_id uuid not null,
  -- Numbered through within its month when it first goes out; sent again it keeps its number.
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  number integer not null check (number >= 1),
  is_again boolean not null,
  primary key (institution_id, run_id, entry_id),
  foreign key (institution_id, run_id) references voucher_run (institution_id, id),
  foreign key (institution_id, entry_id) references journal_entry (institution_id, id)
);

select tenant_table('voucher', 'the vouchers of a run, each an entry of the journal');

select append_only('voucher');

-- Nothing goes out twice unless it is asked for.
create unique index voucher_first_time on voucher (institution_id, entry_id) where not is_again;

create unique index voucher_number on voucher (institution_id, month, number) where not is_again;

grant select, insert on voucher to yizhuan_app;

-- What was recorded before there was a journal is posted by the worker.
insert into job (institution_id, task, payload, run_at, key)
select id, 'journal.fill', '{}'::jsonb, now(), 'journal.fill' from institution;
