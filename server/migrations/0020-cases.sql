-- Transfer cases. The acts are the truth (append-only, one chain per case); every other table here
-- is a projection that can be rebuilt from them. Legal states are never free-standing flags: what is
-- cached carries the hash of the packs and the number of the act it was computed from.

create table transfer_case (
  institution_id uuid not null,
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  title text not null check (length(title) between 1 and 300),
  achievement_id uuid,
  stage text not null,
  status text not null check (status in ('open', 'suspended', 'closed', 'ended')),
  mode text,
  pricing text,
  counterparty text,
  price_fen bigint,
  received_fen bigint not null default 0,
  distributed_fen bigint not null default 0,
  opened_on date not null,
  last_on date not null,
  seq integer not null check (seq >= 1),
  pack_id text not null,
  pack_hash text not null,
  primary key (institution_id, id),
  unique (institution_id, number)
);

select tenant_table('transfer_case', 'one line per transfer case, projected from its acts');

create index transfer_case_by_number on transfer_case (institution_id, number desc);

create index transfer_case_by_stage on transfer_case (institution_id, stage, number desc);

create index transfer_case_by_achievement on transfer_case (institution_id, achievement_id);

grant select, insert, update (title, stage, status, mode, pricing, counterparty, price_fen,
  received_fen, distributed_fen, last_on, seq, pack_id, pack_hash) on transfer_case to yizhuan_app;

create table act (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null check (seq >= 1),
  type text not null,
  on_day date not null,
  at timestamptz not null,
  by_person uuid not null,
  entry jsonb not null,
  prev text not null check (prev ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (institution_id, case_id, seq)
);

select tenant_table('act', 'the acts of a case as recorded; entry is what the hash covers');

select append_only('act');

grant select, insert on act to yizhuan_app;

create table case_due (
  institution_id uuid not null,
  case_id uuid not null,
  norm text not null,
  act text,
  title jsonb not null,
  article jsonb not null,
  due date,
  opens date,
  computed_from_seq integer not null,
  pack_hash text not null,
  primary key (institution_id, case_id, norm),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('case_due', 'what is due or waiting in a case, as assessed after an act');

create index case_due_by_due on case_due (institution_id, due);

grant select, insert, delete on case_due to yizhuan_app;

create table objection (
  institution_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  notice_id uuid not null,
  filed_on date not null,
  name_sealed text not null,
  contact_sealed text not null,
  id_number_sealed text,
  id_number_masked text,
  text_sealed text not null,
  primary key (institution_id, id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('objection', 'who objected to a notice; personal data is sealed');

create index objection_by_case on objection (institution_id, case_id);

grant select, insert on objection to yizhuan_app;

create table contract (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  signed_on date not null,
  price_fen bigint,
  registration text,
  registered_on date,
  primary key (institution_id, case_id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('contract', 'the signed contract of a case and its registration');

create index contract_by_day on contract (institution_id, signed_on);

grant select, insert, update on contract to yizhuan_app;

create table receipt (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  received_on date not null,
  amount_fen bigint not null check (amount_fen >= 0),
  payer text,
  primary key (institution_id, case_id, seq),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('receipt', 'income that arrived, one line per act');

create index receipt_by_day on receipt (institution_id, received_on);

grant select, insert on receipt to yizhuan_app;

create table cost (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  incurred_on date not null,
  kind text not null,
  amount_fen bigint not null check (amount_fen >= 0),
  label text,
  primary key (institution_id, case_id, seq),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('cost', 'taxes and costs of a deal, one line per act');

grant select, insert on cost to yizhuan_app;

create table plan_line (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  line integer not null,
  party text not null check (party in ('person', 'tto', 'institution')),
  who text,
  amount_fen bigint not null check (amount_fen >= 0),
  primary key (institution_id, case_id, seq, line),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('plan_line', 'the lines of each distribution plan, by the act that drafted it');

grant select, insert on plan_line to yizhuan_app;

create table payout (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  paid_on date not null,
  amount_fen bigint not null check (amount_fen >= 0),
  primary key (institution_id, case_id, seq),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('payout', 'each payout of a distribution, one line per act');

create index payout_by_day on payout (institution_id, paid_on);

grant select, insert on payout to yizhuan_app;

create table case_number (
  institution_id uuid not null,
  year integer not null,
  last integer not null check (last >= 1),
  primary key (institution_id, year)
);

select tenant_table('case_number', 'the last case number given in a year');

grant select, insert, update (last) on case_number to yizhuan_app;

-- What anybody may read without an account. It holds nothing that was not published; so it needs no
-- row security, and no policy has to be opened to the public.
create table public_notice (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  case_id uuid not null,
  seq integer not null,
  kind text not null check (kind in ('deal', 'plan', 'change')),
  title text not null,
  published_on date not null,
  ends_on date,
  state text not null check (state in ('running', 'suspended', 'ended', 'superseded')),
  content jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  entry_hash text not null check (entry_hash ~ '^[0-9a-f]{64}$')
);

comment on table public_notice is 'reference: published notices, exactly the fields that were published';

create unique index public_notice_by_act on public_notice (institution_id, case_id, seq);

create index public_notice_newest on public_notice (published_on desc, id desc);

grant select, insert, update (ends_on, state) on public_notice to yizhuan_app;
