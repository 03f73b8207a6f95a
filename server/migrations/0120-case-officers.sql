-- Who answers for a case: one officer in charge, and any number who help. What is so now stands here;
-- who it was before, since when and why, in the chain officers/<case> of the audit.

create table case_officer (
  institution_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('lead', 'support')),
  since date not null,
  primary key (institution_id, case_id, person_id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('case_officer', 'who is in charge of a case now, and who helps');

create unique index case_officer_lead on case_officer (institution_id, case_id) where part = 'lead';

create index case_officer_by_person on case_officer (institution_id, person_id, case_id);

grant select, insert, delete on case_officer to yizhuan_app;

create index account_by_person on account (institution_id, person_id);

-- What kinds of news there are the code says; the table only keeps them apart.
alter table notification drop constraint notification_kind_check;

alter table notification add constraint notification_kind_check check (kind ~ '^[a-z-]{1,40}$');
