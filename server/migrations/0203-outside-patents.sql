-- Patents of others in which staff are named as inventors: what was found, what was decided, what they say.

create table own_name (
  institution_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('former', 'alias')),
  name text not null check (length(name) between 1 and 200),
  added_at timestamptz not null,
  added_name text not null,
  removed_at timestamptz,
  primary key (institution_id, id)
);

select tenant_table('own_name', 'what an institution was or is called besides its name; each change is in a chain');

create unique index own_name_once on own_name (institution_id, name) where removed_at is null;

grant select, insert, update (removed_at) on own_name to yizhuan_app;

create table outside_patent (
  institution_id uuid not null,
  id uuid not null,
  -- By what it is known again: its number, else title and day.
  key text not null check (length(key) between 1 and 400),
  number text check (length(number) between 1 and 60),
  title text not null check (length(title) between 1 and 500),
  kind text,
  filed_on ledger_day,
  granted_on ledger_day,
  applicants text[] not null,
  -- The applicants as names are compared.
  applicant_keys text[] not null,
  inventors text[] not null,
  -- Which staff may be meant, how sure that is and why.
  matches jsonb not null check (jsonb_array_length(matches) >= 1),
  source text not null check (length(source) between 1 and 300),
  read_on ledger_day not null,
  dated_on text not null generated always as (coalesce(filed_on, '')) stored,
  primary key (institution_id, id),
  unique (institution_id, key)
);

select tenant_table('outside_patent', 'patents of others that name staff; every change is an entry of the chain of its record');

create index outside_patent_newest on outside_patent (institution_id, dated_on desc, id desc);

create index outside_patent_by_match on outside_patent using gin (matches jsonb_path_ops);

grant select, insert (institution_id, id, key, number, title, kind, filed_on, granted_on, applicants,
  applicant_keys, inventors, matches, source, read_on),
  update (number, title, kind, filed_on, granted_on, applicants, applicant_keys, inventors, matches,
  source, read_on) on outside_patent to yizhuan_app;

create table outside_decision (
  institution_id uuid not null,
  id uuid not null,
  patent_id uuid not null,
  decision text not null check (decision in ('ours_by_agreement', 'private_right', 'namesake', 'to_be_claimed')),
  reason text not null check (length(reason) between 1 and 1000),
  task text check (length(task) between 1 and 500),
  due_on ledger_day,
  decided_at timestamptz not null,
  decided_by uuid not null,
  decided_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, patent_id) references outside_patent (institution_id, id),
  check ((decision = 'to_be_claimed') = (task is not null)),
  check ((task is null) = (due_on is null))
);

select tenant_table('outside_decision', 'what was decided of a patent of others, the newest stands; also in its chain');

select append_only('outside_decision');

create index outside_decision_by_patent on outside_decision
  (institution_id, patent_id, decided_at desc, id desc);

grant select, insert on outside_decision to yizhuan_app;

create table outside_answer (
  institution_id uuid not null,
  id uuid not null,
  patent_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  answer text not null check (answer in ('service', 'private', 'not_me')),
  words text check (length(words) between 1 and 2000),
  answered_at timestamptz not null,
  primary key (institution_id, id),
  foreign key (institution_id, patent_id) references outside_patent (institution_id, id)
);

select tenant_table('outside_answer', 'what a person says of a patent of others that may name them; also in its chain');

select append_only('outside_answer');

create index outside_answer_by_patent on outside_answer (institution_id, patent_id, answered_at desc);

grant select, insert on outside_answer to yizhuan_app;
