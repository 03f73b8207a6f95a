-- Equity that came from achievements, as the records of its cases say it: the single list (gd-2025#a16.p1).

create table holding (
  institution_id uuid not null,
  -- The case whose record it is.
  id uuid not null,
  case_id uuid not null check (case_id = id),
  number text not null,
  company text not null,
  uscc text,
  achievement_id uuid,
  achievement text not null,
  stage text not null check (stage in ('before_market', 'on_market', 'left', 'wound_up')),
  -- Who holds for the house: itself, its platform company, both, or nobody any more.
  held_by text not null check (held_by in ('institution', 'platform_company', 'both', 'nobody')),
  formed_on ledger_day not null,
  value_fen bigint not null check (value_fen >= 0),
  own_cost_fen bigint not null check (own_cost_fen >= 0),
  -- An exact fraction of the company.
  own_share text not null check (own_share ~ '^[0-9]+(/[0-9]+)?$'),
  worth_fen bigint check (worth_fen >= 0),
  dividends_fen bigint not null check (dividends_fen >= 0),
  list_entry text,
  market_on ledger_day,
  left_on ledger_day,
  -- By when it is to be left, by which article, and whether that only advises; none where no law says.
  exit_clock jsonb,
  -- Everything the record says of it, as pages show it.
  told jsonb not null,
  seq integer not null,
  dated_on text not null generated always as (formed_on) stored,
  primary key (institution_id, id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('holding', 'equity that came from achievements, made of the records of its cases');

select closed_with_its_case('holding');

create index holding_newest on holding (institution_id, dated_on desc, id desc);

grant select, insert (institution_id, id, case_id, number, company, uscc, achievement_id, achievement,
  stage, held_by, formed_on, value_fen, own_cost_fen, own_share, worth_fen, dividends_fen, list_entry,
  market_on, left_on, exit_clock, told, seq),
  update (company, uscc, achievement_id, achievement, stage, held_by, formed_on, value_fen, own_cost_fen,
  own_share, worth_fen, dividends_fen, list_entry, market_on, left_on, exit_clock, told,
  seq) on holding to yizhuan_app;

-- What was recorded before there was a list is put on it by the worker.
insert into job (institution_id, task, payload, run_at, key)
select id, 'cases/fillHoldings', '{}'::jsonb, now(), 'cases/fillHoldings' from institution;
