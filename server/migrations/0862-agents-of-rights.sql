-- Who represents the house before the office for a right, from a day on; and what they were told to do.

create table right_agent (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  from_day date not null,
  -- None from that day on where it is null.
  agency text check (length(agency) between 1 and 200),
  attorney text check (length(attorney) between 1 and 100),
  -- Where papers and instructions go.
  mail text check (length(mail) between 3 and 254),
  -- How the agency itself calls the matter.
  reference text check (length(reference) between 1 and 100),
  -- By what: the power of attorney, the letter that ended it.
  basis text not null check (length(basis) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  check (agency is not null or (attorney is null and mail is null and reference is null))
);

select tenant_table('right_agent', 'who represents the house for a right from a day on; of one day the newest counts');

select append_only('right_agent');

create index right_agent_by_right on right_agent (institution_id, right_id, from_day, id);

grant select, insert on right_agent to yizhuan_app;

-- What an agency was told to do. One that was wrong is taken back by one of its own.
create table right_instruction (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  kind text not null check (kind in ('pay', 'let_lapse', 'respond', 'file', 'other')),
  on_day date not null,
  -- Who was told: the agency of that day.
  agency text not null check (length(agency) between 1 and 200),
  -- What it is about: which fee, which notice; why it is taken back.
  about text not null check (length(about) between 1 and 500),
  -- By when it is to be done.
  due_on date check (due_on >= on_day),
  reverses uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_name text not null,
  primary key (institution_id, id),
  unique (institution_id, reverses),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  foreign key (institution_id, reverses) references right_instruction (institution_id, id)
);

select tenant_table('right_instruction', 'what the agencies of rights were told to do, by whom and when');

select append_only('right_instruction');

create index right_instruction_by_right on right_instruction (institution_id, right_id, on_day, id);

grant select, insert on right_instruction to yizhuan_app;
