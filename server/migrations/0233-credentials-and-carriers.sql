-- What those who do the work of transfer have learned, and the places through which achievements are taken further.

create table person_credential (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{1,40}$'),
  title text not null check (length(title) between 1 and 200),
  issuer text check (length(issuer) between 1 and 200),
  number text check (length(number) between 1 and 80),
  issued_on date not null,
  -- The last day on which it is good; none where it has no end.
  valid_until date check (valid_until >= issued_on),
  annulled_on date,
  primary key (institution_id, id),
  foreign key (institution_id, person_id) references person (institution_id, id)
);

select tenant_table('person_credential', 'training and certificates of persons; annulled where entered in error, told in the history of the person');

create index person_credential_by_person on person_credential (institution_id, person_id, issued_on);

create index person_credential_by_end on person_credential (institution_id, valid_until)
  where valid_until is not null and annulled_on is null;

grant select, insert, update (annulled_on) on person_credential to yizhuan_app;

create table carrier (
  institution_id uuid not null,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{1,40}$'),
  name text not null check (length(name) between 1 and 200),
  place text check (length(place) between 1 and 200),
  partner text check (length(partner) between 1 and 200),
  from_day date not null,
  -- First day on which it is no longer.
  to_day date check (to_day > from_day),
  remark text check (length(remark) between 1 and 1000),
  primary key (institution_id, id),
  unique (institution_id, name)
);

select tenant_table('carrier', 'centres, incubators and bases through which achievements are taken further');

grant select, insert, update (kind, name, place, partner, from_day, to_day, remark)
  on carrier to yizhuan_app;
