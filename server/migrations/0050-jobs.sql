-- Work of the worker. A job is a row; it is deleted in the transaction that does it, so that what it
-- writes is written exactly once. Like the outbox it belongs to the running service.

create table job (
  number bigint generated always as identity primary key,
  institution_id uuid not null,
  task text not null check (length(task) between 1 and 100),
  payload jsonb not null,
  queue text,
  key text,
  run_at timestamptz not null,
  revision integer not null default 0,
  attempts integer not null default 0,
  trouble text,
  unique (institution_id, key)
);

comment on table job is 'central: work for a moment to come, one row each; a row is gone once it is done';

create index job_by_moment on job (run_at);

create index job_in_queue on job (institution_id, queue, number) where queue is not null;

grant select, delete, insert (institution_id, task, payload, queue, key, run_at),
  update (task, payload, run_at, revision, attempts, trouble) on job to yizhuan_app;

-- The moment of writing, not of the transaction's begin: whoever waited for a chain comes second.
alter table outbox alter column created_at set default clock_timestamp();

drop index outbox_waiting;

create index outbox_waiting on outbox (created_at, id) where taken_at is null;
