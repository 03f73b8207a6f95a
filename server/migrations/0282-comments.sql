-- What people say to each other about a record. No part of the legal record: nothing is decided by it,
-- and no chain holds it. Nothing vanishes all the same: what is reworded keeps what it said before, and
-- what is struck out stays readable.

create table comment (
  institution_id uuid not null,
  id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  record_id uuid not null,
  -- The case, where it is said of one: then it is closed with it.
  case_id uuid,
  person_id uuid not null,
  person_name text not null,
  body text not null check (length(body) between 1 and 4000),
  mentions jsonb not null,
  earlier jsonb not null,
  made_at timestamptz not null,
  edited_at timestamptz,
  struck_at timestamptz,
  struck_name text,
  primary key (institution_id, id),
  check ((case_id is not null) = (kind = 'case')),
  check ((struck_at is null) = (struck_name is null))
);

select tenant_table('comment', 'what people say to each other about a record');

select closed_with_its_case('comment');

create index comment_by_record on comment (institution_id, kind, record_id, made_at);

grant select, insert, update (body, mentions, earlier, edited_at, struck_at, struck_name)
  on comment to yizhuan_app;
