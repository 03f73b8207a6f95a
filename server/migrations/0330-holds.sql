-- A case is held for some acts while something outside its record is under way that they would upset:
-- while its payments are with the bank, nobody pays them by hand and nobody changes the plan they follow.

create table case_hold (
  institution_id uuid not null,
  case_id uuid not null,
  -- What holds it.
  holder text not null check (length(holder) between 1 and 40),
  acts text[] not null check (cardinality(acts) >= 1),
  -- What to say of it, in both languages.
  reason jsonb not null,
  primary key (institution_id, case_id, holder),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('case_hold', 'acts that a case does not take while something outside its record is under way');

select closed_with_its_case('case_hold');

grant select, insert, delete on case_hold to yizhuan_app;
