-- What is new for a person. Not evidence: a line is taken back when what it says no longer holds.

create table notification (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('your-act', 'overdue', 'objection', 'tip')),
  topic text not null,
  about jsonb not null,
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (institution_id, id),
  unique (institution_id, person_id, case_id, kind, topic),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('notification', 'what is new for a person in a case, one line per person and matter');

create index notification_newest on notification (institution_id, person_id, made_at desc, id desc);

create index notification_by_case on notification (institution_id, case_id);

grant select, delete,
  insert (institution_id, id, person_id, case_id, kind, topic, about, made_at),
  update (read_at) on notification to yizhuan_app;
