-- What companies said of an achievement before it was priced: who was asked when, by whom, what they said.
-- A mistake is struck with a reason and stays readable.

create table achievement_feedback (
  institution_id uuid not null,
  id uuid not null,
  achievement_id uuid not null,
  heard_on ledger_day not null,
  company text not null check (length(company) between 1 and 200),
  asked_by text not null check (length(asked_by) between 1 and 100),
  interest text not null check (interest in ('interested', 'conditional', 'not_interested')),
  words text not null check (length(words) between 1 and 4000),
  files jsonb not null check (jsonb_typeof(files) = 'array'),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  struck_at timestamptz,
  struck_name text,
  struck_reason text check (length(struck_reason) between 1 and 500),
  primary key (institution_id, id),
  foreign key (institution_id, achievement_id) references achievement (institution_id, id),
  check ((struck_at is null) = (struck_reason is null)
    and (struck_at is null) = (struck_name is null))
);

select tenant_table('achievement_feedback', 'what companies said of achievements before a price was set; also in their chains');

create index achievement_feedback_by_achievement
  on achievement_feedback (institution_id, achievement_id, heard_on desc);

grant select, insert, update (struck_at, struck_name, struck_reason)
  on achievement_feedback to yizhuan_app;
