-- The clauses and model contracts an institution keeps ready (条款库、合同范本), version by version. What a version
-- says is never changed: a contract drafted with it stays as it was.

create table contract_standard (
  institution_id uuid not null,
  id uuid not null,
  form text not null check (form in ('clause', 'template')),
  -- What follows is as the version in use has it; while none is, as the newest proposal has it.
  name text not null check (length(name) between 1 and 120),
  kind text check (length(kind) between 1 and 40),
  types text[] not null,
  obligation text check (obligation in ('must', 'usual', 'optional')),
  in_use integer check (in_use >= 1),
  newest integer not null check (newest >= 1),
  is_retired boolean not null default false,
  -- The sample text of the platform it was copied from.
  sample text check (length(sample) between 1 and 60),
  primary key (institution_id, id),
  check ((form = 'clause') = (kind is not null and obligation is not null)),
  check (in_use <= newest)
);

select tenant_table('contract_standard', 'clauses and model contracts of the house: which version is in use; each in a chain of its own');

create unique index contract_standard_by_sample on contract_standard (institution_id, sample)
  where sample is not null;

grant select, insert, update (name, kind, types, obligation, in_use, newest, is_retired)
  on contract_standard to yizhuan_app;

create table contract_standard_version (
  institution_id uuid not null,
  standard_id uuid not null,
  version integer not null check (version >= 1),
  name text not null check (length(name) between 1 and 120),
  content jsonb not null,
  reason text check (length(reason) between 1 and 500),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, standard_id, version),
  unique (institution_id, standard_id, version, made_by),
  foreign key (institution_id, standard_id) references contract_standard (institution_id, id)
);

select tenant_table('contract_standard_version', 'what each version of a clause or model contract says, as it was proposed');

select append_only('contract_standard_version');

grant select, insert on contract_standard_version to yizhuan_app;

-- What became of a proposed version. Who proposed it does not approve it.
create table contract_standard_verdict (
  institution_id uuid not null,
  standard_id uuid not null,
  version integer not null,
  verdict text not null check (verdict in ('approved', 'refused', 'withdrawn')),
  words text check (length(words) between 1 and 500),
  made_by uuid not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  decided_name text not null,
  primary key (institution_id, standard_id, version),
  foreign key (institution_id, standard_id, version, made_by)
    references contract_standard_version (institution_id, standard_id, version, made_by),
  check ((verdict = 'withdrawn') = (decided_by = made_by)),
  check (verdict = 'approved' or words is not null)
);

select tenant_table('contract_standard_verdict', 'who approved, refused or withdrew a version of a clause or model contract');

select append_only('contract_standard_verdict');

grant select, insert on contract_standard_verdict to yizhuan_app;
