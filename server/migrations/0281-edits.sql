-- The same edit of several records of a register: an order, and one line for each record. What changed
-- stands in the chain of each record; here stands which were asked for, and what became of each.

create table edit_run (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  person_name text not null,
  kind text not null check (length(kind) between 1 and 40),
  fields jsonb not null,
  reason text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  undoes uuid,
  started_at timestamptz not null,
  primary key (institution_id, id),
  foreign key (institution_id, undoes) references edit_run (institution_id, id)
);

select tenant_table('edit_run', 'an edit that somebody ordered for several records at once');

create index edit_run_newest on edit_run (institution_id, person_id, started_at desc);

create index edit_run_undoing on edit_run (institution_id, undoes) where undoes is not null;

grant select, insert on edit_run to yizhuan_app;

create table edit_item (
  institution_id uuid not null,
  run_id uuid not null,
  record_id uuid not null,
  place integer not null check (place >= 1),
  expected_seq integer not null check (expected_seq >= 1),
  state text not null check (state in ('waiting', 'recorded', 'same', 'refused')),
  seq integer,
  problem jsonb,
  settled_at timestamptz,
  primary key (institution_id, run_id, record_id),
  foreign key (institution_id, run_id) references edit_run (institution_id, id),
  check ((seq is not null) = (state = 'recorded')),
  check ((problem is not null) = (state = 'refused'))
);

select tenant_table('edit_item', 'what became of one record of an edit ordered for several');

grant select, insert, update (state, seq, problem, settled_at) on edit_item to yizhuan_app;
