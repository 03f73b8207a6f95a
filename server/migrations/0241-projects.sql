-- The ledger of work: research projects, and who did what in them. An entry is never changed; a later one
-- corrects it. Whoever an entry is about confirms it, or disputes it in words.

create table project (
  institution_id uuid not null,
  id uuid not null,
  number text not null check (length(number) between 1 and 60),
  title text not null check (length(title) between 1 and 300),
  leader text not null check (length(leader) between 1 and 100),
  leader_person uuid,
  -- Sources of money: kind, name, amount, and the day on which research with it began.
  funding jsonb not null,
  from_day ledger_day,
  to_day ledger_day,
  achievements uuid[] not null default '{}',
  remark text check (length(remark) between 1 and 2000),
  dated_on text not null generated always as (coalesce(from_day, '')) stored,
  primary key (institution_id, id),
  unique (institution_id, number)
);

select tenant_table('project', 'research projects; every change is an entry of the chain of its project');

create index project_newest on project (institution_id, dated_on desc, id desc);

create index project_by_achievement on project using gin (achievements);

grant select, insert (institution_id, id, number, title, leader, leader_person, funding, from_day,
  to_day, achievements, remark), update (number, title, leader, leader_person, funding, from_day,
  to_day, achievements, remark) on project to yizhuan_app;

create table project_entry (
  institution_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  on_day date not null,
  person_id uuid,
  person_name text not null check (length(person_name) between 1 and 100),
  words text not null check (length(words) between 1 and 4000),
  share text check (length(share) between 1 and 20),
  files jsonb not null,
  corrects uuid check (corrects <> id),
  -- What an act that cites the entry keeps of it.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, project_id) references project (institution_id, id),
  foreign key (institution_id, corrects) references project_entry (institution_id, id)
);

select tenant_table('project_entry', 'who joined, left, did and achieved what in a project; each also in its chain');

select append_only('project_entry');

create index project_entry_by_project on project_entry (institution_id, project_id, on_day, id);

create index project_entry_by_person on project_entry (institution_id, person_id, project_id)
  where person_id is not null;

create unique index project_entry_corrected_once on project_entry (institution_id, corrects)
  where corrects is not null;

grant select, insert on project_entry to yizhuan_app;

create table project_answer (
  institution_id uuid not null,
  entry_id uuid not null,
  answer text not null check (answer in ('confirmed', 'disputed')),
  words text check (length(words) between 1 and 2000),
  answered_at timestamptz not null,
  answered_by uuid not null,
  answered_name text not null,
  primary key (institution_id, entry_id),
  foreign key (institution_id, entry_id) references project_entry (institution_id, id),
  check (answer = 'confirmed' or words is not null)
);

select tenant_table('project_answer', 'what the person an entry is about said to it, once');

select append_only('project_answer');

grant select, insert on project_answer to yizhuan_app;
