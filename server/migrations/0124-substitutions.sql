-- Who acts for whom while somebody is away. Each step stands in the chain "substitutions" of the audit;
-- which acts were recorded so stands in the records of the cases themselves.

create table substitution (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  substitute_id uuid not null check (substitute_id <> person_id),
  roles text[] not null check (cardinality(roles) >= 1),
  scope text not null check (scope in ('all', 'own')),
  from_day date not null,
  -- The last day on which it runs.
  until_day date not null check (until_day >= from_day),
  reason text not null check (length(reason) between 1 and 500),
  named_by uuid not null,
  state text not null check (state in ('named', 'approved', 'refused', 'ended')),
  primary key (institution_id, id)
);

select tenant_table('substitution', 'who acts for whom while away, in which roles, from when until when');

create index substitution_by_substitute on substitution (institution_id, substitute_id, until_day);

create index substitution_newest on substitution (institution_id, from_day desc, id desc);

grant select, insert, update (state, until_day) on substitution to yizhuan_app;

create table substitution_setting (
  institution_id uuid not null,
  -- Whether a substitute acts from the first day on without an administrator's approval.
  automatic boolean not null,
  primary key (institution_id)
);

select tenant_table('substitution_setting', 'whether an institution has an administrator approve substitutes');

grant select, insert, update (automatic) on substitution_setting to yizhuan_app;
