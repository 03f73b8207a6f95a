-- What follows when a clock runs out stands beside it: a right that is lost so, or about to be, is counted.
alter table right_clock add column leads_to text;

create index right_clock_leading on right_clock (institution_id, ends_on) where leads_to is not null;

-- Deadlines that somebody sets themselves: of a foreign office, of an agency, of the house. Each is done, put off
-- or dropped with a reason; what it was before stands in the chain of its right.
create table right_deadline (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  due_on date not null,
  -- Who does it: an entry of the register of people, by name.
  person_id uuid,
  person_name text not null check (length(person_name) between 1 and 100),
  state text not null check (state in ('open', 'done', 'dropped')),
  -- Why it stands where it stands: how it was done, why it was put off or dropped.
  reason text check (length(reason) between 1 and 500),
  closed_on date,
  closed_name text,
  made_on date not null,
  made_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  foreign key (institution_id, person_id) references person (institution_id, id),
  check ((state = 'open') = (closed_on is null and closed_name is null)),
  check (state = 'open' or reason is not null)
);

select tenant_table('right_deadline', 'deadlines that people set for a right; every change is an entry of its chain');

create index right_deadline_by_right on right_deadline (institution_id, right_id, due_on);

create index right_deadline_by_day on right_deadline (institution_id, due_on) where state = 'open';

grant select, insert, update (due_on, person_id, person_name, state, reason, closed_on, closed_name)
  on right_deadline to yizhuan_app;
