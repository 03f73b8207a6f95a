-- What will not be paid any more is proposed by one person with the paper that shows why, and written off when another
-- one confirms it.
create table write_off_proposal (
  institution_id uuid not null,
  id uuid not null,
  receivable_id uuid not null,
  minor bigint not null check (minor > 0),
  written_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  files jsonb not null check (jsonb_typeof(files) = 'array'),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  -- What became of it: confirmed by another person, or given up.
  outcome text check (outcome in ('confirmed', 'withdrawn')),
  ended_at timestamptz,
  ended_by uuid,
  ended_name text,
  ended_reason text check (length(ended_reason) between 1 and 500),
  write_off_id uuid,
  primary key (institution_id, id),
  foreign key (institution_id, receivable_id) references receivable (institution_id, id),
  foreign key (institution_id, write_off_id) references receivable_write_off (institution_id, id),
  check ((outcome is null) = (ended_at is null)
    and (outcome is null) = (ended_by is null) and (outcome is null) = (ended_name is null)),
  check ((outcome is not distinct from 'confirmed') = (write_off_id is not null)),
  check (outcome is distinct from 'confirmed' or ended_by <> made_by),
  check (outcome is distinct from 'withdrawn' or ended_reason is not null)
);

select tenant_table('write_off_proposal', 'write-offs that one person proposed and another one confirms; each step also in the chain of its contract');

create unique index write_off_proposal_waiting on write_off_proposal (institution_id, receivable_id)
  where outcome is null;

grant select, insert (institution_id, id, receivable_id, minor, written_on, reason, files, made_at, made_by,
  made_name), update (outcome, ended_at, ended_by, ended_name, ended_reason, write_off_id)
  on write_off_proposal to yizhuan_app;
