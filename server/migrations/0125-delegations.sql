-- What the institution has others do in its name (gd-2025#a14.p1.i1): a stage of its cases, or signing. Each has
-- a chain of its own, delegation/<id>; a letter that is withdrawn keeps the days on which it held.

create table delegation (
  institution_id uuid not null,
  id uuid not null,
  task text not null check (task in ('title', 'negotiation', 'registration', 'signing')),
  delegate text not null check (length(delegate) between 1 and 200),
  is_company boolean not null,
  -- Null: for every case of the institution.
  case_id uuid,
  letter_number text not null check (length(letter_number) between 1 and 100),
  letter jsonb not null,
  from_day date not null,
  -- The last day on which it holds; null where the letter names none.
  until_day date check (until_day >= from_day),
  withdrawn_on date,
  primary key (institution_id, id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('delegation', 'tasks that the institution has others do, with the letter that says so');

create index delegation_by_day on delegation (institution_id, task, from_day);

grant select, insert, update (withdrawn_on) on delegation to yizhuan_app;
