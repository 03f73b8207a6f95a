-- Who looks at a case at this moment, and which form they are filling in: one line for each open page.
-- Not evidence: a line says something for less than a minute and is then taken out.

create table case_presence (
  institution_id uuid not null,
  case_id uuid not null,
  page_id uuid not null,
  person_id uuid not null,
  act text check (length(act) between 1 and 60),
  seen_at timestamptz not null,
  primary key (institution_id, case_id, page_id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('case_presence', 'who has a case open now, and which form they are filling in');

grant select, insert, delete, update (act, seen_at) on case_presence to yizhuan_app;
