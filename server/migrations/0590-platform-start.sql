-- Since which day an institution deals on the platform: a contract signed before may be taken over by a case, one
-- signed since takes every step here. One person proposes the day, another confirms it; the last confirmed holds.
create table platform_start (
  institution_id uuid not null,
  seq integer not null check (seq >= 1),
  kind text not null check (kind in ('proposed', 'withdrawn', 'confirmed')),
  from_day date not null,
  reason text not null check (length(reason) between 1 and 1000),
  -- Whoever proposed it does not confirm it.
  proposed_by uuid check (kind <> 'confirmed' or proposed_by <> made_by),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, seq),
  check ((kind = 'confirmed') = (proposed_by is not null))
);

select tenant_table('platform_start', 'since which day the institution deals on the platform: proposed by one person, confirmed by another');

select append_only('platform_start');

grant select, insert on platform_start to yizhuan_app;
