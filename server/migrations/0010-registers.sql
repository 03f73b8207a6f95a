-- The register of achievements, and the official texts an institution has imported.

create table achievement (
  institution_id uuid not null,
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  title text not null check (length(title) between 1 and 300),
  kind text not null,
  department text,
  disclosed_on date not null,
  disclosure jsonb not null,
  inventors jsonb not null,
  primary key (institution_id, id),
  unique (institution_id, number)
);

select tenant_table('achievement', 'one row per achievement; every change is an entry of its register chain');

create index achievement_by_kind on achievement (institution_id, kind, number desc);

grant select, insert, update (title, kind, department, disclosure, inventors) on achievement to yizhuan_app;

create table achievement_number (
  institution_id uuid not null,
  year integer not null,
  last integer not null,
  primary key (institution_id, year)
);

select tenant_table('achievement_number', 'the last permanent number given out per year');

grant select, insert, update (last) on achievement_number to yizhuan_app;

create table policy_text (
  institution_id uuid not null,
  source text not null,
  imported_at timestamptz not null default now(),
  imported_by uuid not null,
  body text not null check (length(body) between 1 and 2000000),
  primary key (institution_id, source, imported_at)
);

select tenant_table('policy_text', 'official texts as imported; the newest of a source counts');

select append_only('policy_text');

grant select, insert (institution_id, source, imported_by, body) on policy_text to yizhuan_app;
