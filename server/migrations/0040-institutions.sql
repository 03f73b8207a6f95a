-- What an institution says of itself, and what it adds to the law: rules and readings of its own.

create table institution_profile (
  institution_id uuid primary key,
  kind text check (kind in ('hospital', 'maternal_child', 'cdc', 'institute', 'other')),
  province text check (province ~ '^CN-[A-Z]{2}$'),
  university_affiliated boolean,
  university text check (length(university) between 1 and 200),
  platform_company text check (length(platform_company) between 1 and 200),
  objection_procedure text check (length(objection_procedure) between 1 and 4000),
  notice_department text check (length(notice_department) between 1 and 200)
);

select tenant_table('institution_profile', 'what an institution says of itself; every change is an entry of its register chain');

grant select, insert, update (kind, province, university_affiliated, university, platform_company,
  objection_procedure, notice_department) on institution_profile to yizhuan_app;

-- A proposal of an own rule or reading. It is never changed: what comes of it stands in own_rule_decision,
-- and a later approved one of the same subject ends it.
create table own_rule (
  institution_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('parameter', 'reading')),
  subject text not null check (length(subject) between 1 and 120),
  -- Null: from that day on the institution has no rule of its own.
  choice text check (length(choice) between 1 and 120),
  from_day date not null,
  to_day date check (to_day > from_day),
  basis text not null check (length(basis) between 1 and 500),
  basis_file jsonb,
  proposed_on date not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_name text not null,
  primary key (institution_id, id)
);

select tenant_table('own_rule', 'own rules and chosen readings as proposed');

create index own_rule_by_subject on own_rule (institution_id, kind, subject, from_day);

select append_only('own_rule');

grant select, insert on own_rule to yizhuan_app;

create table own_rule_decision (
  institution_id uuid not null,
  rule_id uuid not null,
  outcome text not null check (outcome in ('approved', 'rejected', 'withdrawn')),
  reason text check (length(reason) between 1 and 2000),
  decided_on date not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  decided_name text not null,
  primary key (institution_id, rule_id),
  foreign key (institution_id, rule_id) references own_rule (institution_id, id)
);

select tenant_table('own_rule_decision', 'what a second person decided on a proposal, once');

select append_only('own_rule_decision');

grant select, insert on own_rule_decision to yizhuan_app;
