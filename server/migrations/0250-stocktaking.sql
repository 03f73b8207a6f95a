-- Stock-taking: what the institution holds on a day, what its inventors say of each, and what becomes of it.
-- The dispositions are acts of a case; the lines repeat them for lists and keep what leads to the registers.

create table stocktaking (
  institution_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- Which records were listed: register, kind, department, only sleeping ones.
  scope jsonb not null,
  taken_on date not null,
  -- Until when the inventors answer.
  due_on date not null,
  lead_person uuid not null,
  lead_name text not null,
  state text not null check (state in ('open', 'closed')),
  case_id uuid not null,
  started_on ledger_day not null,
  closed_on date,
  -- The day by which lists are sorted.
  dated_on text not null generated always as (started_on) stored,
  primary key (institution_id, id),
  unique (institution_id, case_id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id),
  check ((state = 'closed') = (closed_on is not null))
);

select tenant_table('stocktaking', 'campaigns in which stock is taken; every change is an entry of the chain of its campaign');

select closed_with_its_case('stocktaking');

create index stocktaking_newest on stocktaking (institution_id, dated_on desc, id desc);

grant select, insert (institution_id, id, name, scope, taken_on, due_on, lead_person, lead_name, state,
  case_id, started_on), update (name, due_on, lead_person, lead_name, state, closed_on)
  on stocktaking to yizhuan_app;

create table stocktaking_line (
  institution_id uuid not null,
  stocktaking_id uuid not null,
  id uuid not null,
  right_id uuid,
  achievement_id uuid,
  -- Under which the case knows it.
  number text not null check (length(number) between 1 and 100),
  title text not null,
  kind text not null,
  department text,
  inventors text[] not null,
  -- How it stood on the day of the stock.
  frozen jsonb not null,
  -- What the campaign before decided.
  outcome_before text,
  outcome text,
  reason text,
  decided_by text,
  decided_on date,
  -- The case that carries the disposition out.
  follow_case_id uuid,
  primary key (institution_id, stocktaking_id, id),
  unique (institution_id, stocktaking_id, number),
  foreign key (institution_id, stocktaking_id) references stocktaking (institution_id, id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  foreign key (institution_id, achievement_id) references achievement (institution_id, id),
  foreign key (institution_id, follow_case_id) references transfer_case (institution_id, id),
  check (num_nonnulls(right_id, achievement_id) = 1),
  check (num_nonnulls(outcome, reason, decided_by, decided_on) in (0, 4))
);

select tenant_table('stocktaking_line', 'what a campaign listed, frozen on its day, with the disposition its case records');

create index stocktaking_line_of_right on stocktaking_line (institution_id, right_id)
  where right_id is not null;
create index stocktaking_line_of_achievement on stocktaking_line (institution_id, achievement_id)
  where achievement_id is not null;

grant select, insert, update (outcome, reason, decided_by, decided_on, follow_case_id)
  on stocktaking_line to yizhuan_app;

-- The part of one inventor: their own page, or a link where they have no account. Of the link only the hash
-- is kept.
create table stocktaking_part (
  institution_id uuid not null,
  stocktaking_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  person_id uuid,
  token_hash text check (token_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz,
  primary key (institution_id, stocktaking_id, id),
  unique (institution_id, stocktaking_id, name),
  unique (institution_id, token_hash),
  foreign key (institution_id, stocktaking_id) references stocktaking (institution_id, id),
  check ((token_hash is null) = (expires_at is null))
);

select tenant_table('stocktaking_part', 'the inventors a campaign asks, each with their part');

create index stocktaking_part_of_person on stocktaking_part (institution_id, person_id)
  where person_id is not null;

grant select, insert, update (token_hash, expires_at) on stocktaking_part to yizhuan_app;

-- What inventors said; the newest answer of a part to a line counts, none is changed.
create table stocktaking_answer (
  institution_id uuid not null,
  id uuid not null,
  stocktaking_id uuid not null,
  line_id uuid not null,
  part_id uuid not null,
  -- The how manieth answer of this part to this line.
  round integer not null check (round >= 1),
  scores jsonb not null,
  wish text not null check (length(wish) between 1 and 40),
  words text check (length(words) between 1 and 1000),
  answered_at timestamptz not null,
  primary key (institution_id, id),
  unique (institution_id, stocktaking_id, line_id, part_id, round),
  foreign key (institution_id, stocktaking_id, line_id)
    references stocktaking_line (institution_id, stocktaking_id, id),
  foreign key (institution_id, stocktaking_id, part_id)
    references stocktaking_part (institution_id, stocktaking_id, id)
);

select tenant_table('stocktaking_answer', 'self-assessments of inventors as they were given');

select append_only('stocktaking_answer');

grant select, insert on stocktaking_answer to yizhuan_app;
