-- Evaluations of achievements: who looked at what when, how it scored, and what came of it. None is ever
-- changed; a later one speaks for itself. Each is also an entry of the chain of its achievement.

create table achievement_evaluation (
  institution_id uuid not null,
  id uuid not null,
  achievement_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  held_on date not null,
  evaluator text not null check (length(evaluator) between 1 and 200),
  scores jsonb not null,
  outcome text check (length(outcome) between 1 and 40),
  reason text check (length(reason) between 1 and 40),
  words text check (length(words) between 1 and 4000),
  value_fen bigint check (value_fen >= 0),
  files jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (institution_id, id),
  foreign key (institution_id, achievement_id) references achievement (institution_id, id)
);

select tenant_table('achievement_evaluation', 'evaluations of achievements as they were made');

select append_only('achievement_evaluation');

create index achievement_evaluation_by_achievement
  on achievement_evaluation (institution_id, achievement_id, held_on, id);

grant select, insert on achievement_evaluation to yizhuan_app;
