-- Companies that were founded on achievements of the house, and who of the house works in them.

create table spin_off (
  institution_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  uscc text check (uscc ~ '^[0-9A-Z]{18}$'),
  state text not null check (state ~ '^[a-z_]{1,40}$'),
  state_since ledger_day not null,
  founded_on ledger_day,
  business text not null check (length(business) between 1 and 2000),
  capital_fen bigint check (capital_fen >= 0),
  -- The holding of the house in it, where there is one: its record says who holds what.
  holding_id uuid,
  -- Achievements, cases and contracts it rests on, as they were called when they were named.
  links jsonb not null,
  -- Who of the house works there, as what, on what footing, since when, and who approved it.
  people jsonb not null,
  files jsonb not null,
  remark text check (length(remark) between 1 and 2000),
  dated_on text not null generated always as (state_since) stored,
  primary key (institution_id, id),
  unique (institution_id, name),
  foreign key (institution_id, holding_id) references holding (institution_id, id)
);

select tenant_table('spin_off', 'companies founded on achievements; every change is an entry of the chain of its record');

create unique index spin_off_by_uscc on spin_off (institution_id, uscc) where uscc is not null;

create unique index spin_off_by_holding on spin_off (institution_id, holding_id)
  where holding_id is not null;

create index spin_off_newest on spin_off (institution_id, dated_on desc, id desc);

grant select, insert (institution_id, id, name, uscc, state, state_since, founded_on, business, capital_fen,
  holding_id, links, people, files, remark),
  update (name, uscc, state, state_since, founded_on, business, capital_fen, holding_id, links, people,
  files, remark)
  on spin_off to yizhuan_app;
