-- Who works in an institution: departments, persons, and the posts that decide who is a leading person.

create table org_unit (
  institution_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- A unit with legal personality of its own counts where the law speaks of chiefs (gd-2025#a21.p1).
  kind text not null check (kind in ('department', 'legal_person')),
  closed_on date,
  primary key (institution_id, id),
  unique (institution_id, name)
);

select tenant_table('org_unit', 'departments, and the legal-person units that belong to the institution');

grant select, insert, update (name, kind, closed_on) on org_unit to yizhuan_app;

create table person (
  institution_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  staff_number text check (length(staff_number) between 1 and 40),
  unit_id uuid,
  phone text check (length(phone) between 1 and 40),
  email text check (length(email) between 3 and 200),
  left_on date,
  id_card_masked text,
  id_card_sealed text,
  id_card_index text,
  bank_name text check (length(bank_name) between 1 and 100),
  bank_account_masked text,
  bank_account_sealed text,
  primary key (institution_id, id),
  unique (institution_id, staff_number),
  unique (institution_id, id_card_index),
  foreign key (institution_id, unit_id) references org_unit (institution_id, id)
);

select tenant_table('person', 'who works or worked here; identity card and bank account are sealed');

create index person_by_name on person (institution_id, name, id);

create index person_by_unit on person (institution_id, unit_id, name);

grant select, insert, update (name, staff_number, unit_id, phone, email, left_on, id_card_masked,
  id_card_sealed, id_card_index, bank_name, bank_account_masked, bank_account_sealed)
  on person to yizhuan_app;

-- A post is ended or, when it was entered in error, annulled; it is never taken out.
create table post (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- Null: a post of the institution itself.
  unit_id uuid,
  title text not null check (length(title) between 1 and 100),
  kind text not null check (kind in ('chief', 'deputy', 'middle', 'other')),
  from_day date not null,
  to_day date check (to_day > from_day),
  annulled_on date,
  primary key (institution_id, id),
  foreign key (institution_id, person_id) references person (institution_id, id),
  foreign key (institution_id, unit_id) references org_unit (institution_id, id)
);

select tenant_table('post', 'posts with their first day and the first day on which they are no longer held');

create index post_by_person on post (institution_id, person_id, from_day);

grant select, insert, update (to_day, annulled_on) on post to yizhuan_app;
