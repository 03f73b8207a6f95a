-- The same act on several cases: an order, and one line for each case. Each act stands in the chain of
-- its own case; what stands here is which of them were asked for, and what became of each.

create table bulk_run (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  person_name text not null,
  procedure text not null,
  act text not null,
  ordered jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  started_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (institution_id, id)
);

select tenant_table('bulk_run', 'an act that somebody ordered for several cases at once');

create index bulk_run_newest on bulk_run (institution_id, person_id, started_at desc);

grant select, insert, update (cancelled_at) on bulk_run to yizhuan_app;

create table bulk_item (
  institution_id uuid not null,
  run_id uuid not null,
  case_id uuid not null,
  place integer not null check (place >= 1),
  expected_seq integer not null check (expected_seq >= 1),
  state text not null check (state in ('waiting', 'recorded', 'refused', 'cancelled')),
  seq integer,
  problem jsonb,
  settled_at timestamptz,
  primary key (institution_id, run_id, case_id),
  foreign key (institution_id, run_id) references bulk_run (institution_id, id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id),
  check ((seq is not null) = (state = 'recorded')),
  check ((problem is not null) = (state = 'refused'))
);

select tenant_table('bulk_item', 'what became of one case of an act ordered for several');

grant select, insert, update (state, seq, problem, settled_at) on bulk_item to yizhuan_app;
