-- Contracts bring money in: what was agreed of payments, the receivables that follow from it, invoices,
-- which receipt paid what, and what licensees state of their sales.

alter table contract
  add column rights_granted text check (length(rights_granted) between 1 and 2000),
  add column field text check (length(field) between 1 and 1000),
  add column territory text check (length(territory) between 1 and 500),
  add column key_terms text check (length(key_terms) between 1 and 4000);

grant insert (rights_granted, field, territory, key_terms),
  update (rights_granted, field, territory, key_terms) on contract to yizhuan_app;

create table payment_terms (
  institution_id uuid not null,
  contract_id uuid not null,
  version integer not null check (version >= 1),
  kind text not null check (kind in ('agreed', 'amended', 'ended')),
  -- Receivables that were due before this day stay as they were.
  effective_on date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Yuan for one unit of a foreign currency, as an exact fraction.
  plan_rate text check (length(plan_rate) between 1 and 60),
  terms jsonb not null,
  -- What became of each receivable, as whoever agreed to it was shown.
  changes jsonb not null,
  reason text check (length(reason) between 1 and 1000),
  files jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, contract_id, version),
  foreign key (institution_id, contract_id) references contract (institution_id, id)
);

select tenant_table('payment_terms', 'what was agreed of the payments of a contract, version by version; each also in the chain of its contract');

select append_only('payment_terms');

grant select, insert on payment_terms to yizhuan_app;

create table milestone_reached (
  institution_id uuid not null,
  contract_id uuid not null,
  term text not null check (length(term) between 1 and 40),
  reached_on date not null,
  words text not null check (length(words) between 1 and 2000),
  files jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, contract_id, term),
  foreign key (institution_id, contract_id) references contract (institution_id, id)
);

select tenant_table('milestone_reached', 'milestones of contracts that were reached, with their evidence; each also in the chain of its contract');

select append_only('milestone_reached');

grant select, insert on milestone_reached to yizhuan_app;

create table receivable (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  -- The same through all versions of the terms.
  key text not null check (length(key) between 1 and 60),
  term text not null check (length(term) between 1 and 40),
  kind text not null check (kind in ('fixed', 'milestone', 'royalty')),
  label text not null check (length(label) between 1 and 200),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- In the smallest unit of the currency; none while a statement is awaited.
  minor bigint check (minor > 0),
  -- None while a milestone is awaited.
  due_on ledger_day,
  period_from ledger_day,
  period_to ledger_day,
  statement_on ledger_day,
  is_stated boolean not null default false,
  is_cancelled boolean not null default false,
  -- Fen for one smallest unit, by the rate of the terms.
  plan_n numeric not null check (plan_n > 0),
  plan_d numeric not null check (plan_d > 0),
  matched_minor bigint not null default 0 check (matched_minor >= 0),
  written_off_minor bigint not null default 0 check (written_off_minor >= 0),
  open_minor bigint not null generated always as
    (case when is_cancelled or minor is null then 0
      else minor - matched_minor - written_off_minor end) stored,
  open_fen bigint not null generated always as
    (case when is_cancelled or minor is null then 0
      else div(2 * (minor - matched_minor - written_off_minor) * plan_n + plan_d, 2 * plan_d)
      end) stored,
  -- The day by which lists are sorted: what waits stands last.
  dated_on text not null generated always as (coalesce(due_on, '9999-12-31')) stored,
  primary key (institution_id, id),
  unique (institution_id, contract_id, key),
  foreign key (institution_id, contract_id) references contract (institution_id, id),
  -- Nothing is received or written off beyond what is owed.
  check (matched_minor + written_off_minor <= coalesce(minor, 0)),
  check (not is_cancelled or matched_minor + written_off_minor = 0)
);

select tenant_table('receivable', 'what counterparties owe by their contracts; each change stands in the chain of its contract');

create index receivable_by_day on receivable (institution_id, dated_on, id);

create index receivable_open on receivable (institution_id, due_on) where open_minor > 0;

grant select, insert (institution_id, id, contract_id, key, term, kind, label, currency, minor, due_on,
  period_from, period_to, statement_on, plan_n, plan_d), update (label, minor, due_on, period_to,
  statement_on, is_stated, is_cancelled, plan_n, plan_d, matched_minor, written_off_minor)
  on receivable to yizhuan_app;

create table receipt_money (
  institution_id uuid not null,
  receipt_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  minor bigint not null check (minor > 0),
  fen bigint not null check (fen > 0),
  -- Yuan for one unit on the day of the receipt, and who said so; none of a receipt in yuan.
  rate text check (length(rate) between 1 and 60),
  rate_source text check (length(rate_source) between 1 and 200),
  matched_minor bigint not null default 0 check (matched_minor >= 0),
  matched_fen bigint not null default 0 check (matched_fen >= 0),
  refunded_minor bigint not null default 0 check (refunded_minor >= 0),
  refunded_fen bigint not null default 0 check (refunded_fen >= 0),
  primary key (institution_id, receipt_id),
  foreign key (institution_id, receipt_id) references receipt (institution_id, id),
  -- Nothing is used twice: not what paid a receivable, not what went back.
  check (matched_minor + refunded_minor <= minor),
  check (matched_fen + refunded_fen <= fen),
  check ((currency = 'CNY') = (rate is null)),
  check (currency <> 'CNY' or minor = fen)
);

select tenant_table('receipt_money', 'the currency of receipts, and how much of each is used; what used it stands beside');

grant select, insert, update (currency, minor, fen, rate, rate_source, matched_minor, matched_fen,
  refunded_minor, refunded_fen) on receipt_money to yizhuan_app;

create table receivable_match (
  institution_id uuid not null,
  id uuid not null,
  receivable_id uuid not null,
  receipt_id uuid not null,
  -- Below nought only where it takes another line back.
  minor bigint not null check (minor <> 0),
  fen bigint not null,
  takes_back uuid,
  reason text check (length(reason) between 1 and 500),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, receivable_id) references receivable (institution_id, id),
  foreign key (institution_id, receipt_id) references receipt (institution_id, id),
  foreign key (institution_id, takes_back) references receivable_match (institution_id, id),
  check ((takes_back is not null) = (minor < 0)),
  check ((takes_back is null) = (reason is null))
);

select tenant_table('receivable_match', 'which receipt paid which receivable; each also in the chain of its contract');

select append_only('receivable_match');

create index receivable_match_by_receivable on receivable_match (institution_id, receivable_id);

create index receivable_match_by_receipt on receivable_match (institution_id, receipt_id);

create unique index receivable_match_taken_back_once on receivable_match (institution_id, takes_back)
  where takes_back is not null;

grant select, insert on receivable_match to yizhuan_app;

create table receipt_refund (
  institution_id uuid not null,
  -- The receipt below nought by which money went back, and the one it came with.
  refund_id uuid not null,
  receipt_id uuid not null,
  minor bigint not null check (minor > 0),
  fen bigint not null check (fen > 0),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, refund_id),
  foreign key (institution_id, refund_id) references receipt (institution_id, id),
  foreign key (institution_id, receipt_id) references receipt (institution_id, id)
);

select tenant_table('receipt_refund', 'which receipt a refund gave back');

select append_only('receipt_refund');

create index receipt_refund_by_receipt on receipt_refund (institution_id, receipt_id);

grant select, insert on receipt_refund to yizhuan_app;

create table receivable_write_off (
  institution_id uuid not null,
  id uuid not null,
  receivable_id uuid not null,
  minor bigint not null check (minor > 0),
  written_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  -- The act of the case that wrote it off.
  case_id uuid,
  seq integer,
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, receivable_id) references receivable (institution_id, id),
  check ((case_id is null) = (seq is null))
);

select tenant_table('receivable_write_off', 'what will not be paid any more; of a case by its act, else in the chain of its contract');

select closed_with_its_case('receivable_write_off');

select append_only('receivable_write_off');

create index receivable_write_off_by_receivable on receivable_write_off (institution_id, receivable_id);

grant select, insert on receivable_write_off to yizhuan_app;

create table royalty_statement (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  term text not null check (length(term) between 1 and 40),
  period_from date not null,
  -- What was sold, and what the licensee says is due, in the smallest unit of the currency.
  base_minor bigint not null check (base_minor >= 0),
  stated_minor bigint check (stated_minor >= 0),
  -- What the bands make of it, and what is due with the minimum.
  earned_minor bigint not null check (earned_minor >= 0),
  due_minor bigint not null check (due_minor >= 0),
  received_on date not null,
  words text check (length(words) between 1 and 2000),
  files jsonb not null,
  supersedes uuid,
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, contract_id) references contract (institution_id, id),
  foreign key (institution_id, supersedes) references royalty_statement (institution_id, id)
);

select tenant_table('royalty_statement', 'what licensees state of their sales, and what is due for it; each also in the chain of its contract');

select append_only('royalty_statement');

create unique index royalty_statement_first on royalty_statement
  (institution_id, contract_id, term, period_from) where supersedes is null;

create unique index royalty_statement_superseded_once on royalty_statement
  (institution_id, supersedes) where supersedes is not null;

grant select, insert on royalty_statement to yizhuan_app;

create table royalty_audit (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  -- The day on which the books are looked at, or were.
  on_day date not null,
  outcome text not null check (outcome in ('announced', 'refused', 'agreed', 'difference')),
  -- What was stated too little, where a difference was found.
  difference_minor bigint check (difference_minor <> 0),
  words text not null check (length(words) between 1 and 2000),
  files jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, contract_id) references contract (institution_id, id),
  check ((outcome = 'difference') = (difference_minor is not null))
);

select tenant_table('royalty_audit', 'looks into the books of licensees; each also in the chain of its contract');

select append_only('royalty_audit');

create index royalty_audit_by_contract on royalty_audit (institution_id, contract_id, on_day);

grant select, insert on royalty_audit to yizhuan_app;

create table invoice (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  state text not null check (state in ('draft', 'issued', 'void')),
  buyer text not null check (length(buyer) between 1 and 200),
  -- With value added tax.
  amount_fen bigint not null check (amount_fen > 0),
  vat_rate text not null check (length(vat_rate) between 1 and 20),
  vat_fen bigint not null check (vat_fen >= 0 and vat_fen < amount_fen),
  number text check (length(number) between 1 and 60),
  issued_on ledger_day,
  files jsonb not null,
  void_reason text check (length(void_reason) between 1 and 500),
  remark text check (length(remark) between 1 and 1000),
  primary key (institution_id, id),
  foreign key (institution_id, contract_id) references contract (institution_id, id),
  check (state <> 'issued' or (number is not null and issued_on is not null)),
  check ((state = 'void') = (void_reason is not null))
);

select tenant_table('invoice', 'invoices to counterparties; every change is an entry of the chain of its invoice');

create unique index invoice_number on invoice (institution_id, number) where number is not null;

create index invoice_by_contract on invoice (institution_id, contract_id);

grant select, insert, update (state, number, issued_on, files, void_reason) on invoice to yizhuan_app;

create table invoice_line (
  institution_id uuid not null,
  invoice_id uuid not null,
  receivable_id uuid not null,
  fen bigint not null check (fen > 0),
  primary key (institution_id, invoice_id, receivable_id),
  foreign key (institution_id, invoice_id) references invoice (institution_id, id),
  foreign key (institution_id, receivable_id) references receivable (institution_id, id)
);

select tenant_table('invoice_line', 'what an invoice asks for');

select append_only('invoice_line');

create index invoice_line_by_receivable on invoice_line (institution_id, receivable_id);

grant select, insert on invoice_line to yizhuan_app;
