-- How a house shares net income out by its own rule (单位分配办法), version by version: law stands above it.

create table distribution_rule (
  institution_id uuid not null,
  version integer not null check (version >= 1),
  -- A version that ends it says only from when on there is none.
  kind text not null check (kind in ('made', 'ended')),
  -- From its first day on a version counts instead of all before it.
  from_day date not null,
  -- First day on which it no longer holds by its own term.
  to_day date check (to_day > from_day),
  title text check (length(title) between 1 and 200),
  number text check (length(number) between 1 and 80),
  approved_by text check (length(approved_by) between 1 and 120),
  approved_on date,
  -- The rule in the register of internal rules that it stands in, where it is entered there.
  internal_rule_id uuid,
  file jsonb,
  schemes jsonb not null,
  reason text check (length(reason) between 1 and 1000),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, version),
  foreign key (institution_id, internal_rule_id) references internal_rule (institution_id, id),
  check (kind = 'ended' or (title is not null and approved_by is not null and approved_on is not null))
);

select tenant_table('distribution_rule', 'how the house shares net income out, version by version; each also in the chain distribution-rules');

select append_only('distribution_rule');

grant select, insert on distribution_rule to yizhuan_app;
