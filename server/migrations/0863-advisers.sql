-- People from outside who work for the house part of their time: what they are engaged as, for whom, and how long.

create table person_engagement (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('part_time', 'adviser', 'mentor', 'visiting')),
  -- Where they come from.
  home text check (length(home) between 1 and 200),
  -- None: the institution itself.
  unit_id uuid,
  task text not null check (length(task) between 1 and 500),
  from_day date not null,
  -- The last day of the engagement; none where none was agreed.
  until_day date check (until_day >= from_day),
  annulled_on date,
  primary key (institution_id, id),
  foreign key (institution_id, person_id) references person (institution_id, id),
  foreign key (institution_id, unit_id) references org_unit (institution_id, id)
);

select tenant_table('person_engagement', 'part-time engagements of people from outside; annulled where entered in error, told in the history of the person');

create index person_engagement_by_person on person_engagement (institution_id, person_id, from_day);

create index person_engagement_by_end on person_engagement (institution_id, until_day)
  where until_day is not null and annulled_on is null;

grant select, insert, update (annulled_on) on person_engagement to yizhuan_app;
