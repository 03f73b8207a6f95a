-- The calendar of everything due. What is due stands in the registers; here stand reminders put off,
-- lateness that was passed on, and the addresses under which a person's own calendar may be fetched.

create table due_snooze (
  institution_id uuid not null,
  id uuid not null,
  due_key text not null check (length(due_key) between 1 and 200),
  person_id uuid not null,
  person_name text not null,
  until date not null,
  reason text not null check (length(reason) between 1 and 500),
  made_at timestamptz not null,
  undone_at timestamptz,
  primary key (institution_id, id)
);

select tenant_table('due_snooze', 'reminders a person put off, and why; the due itself never moves');

create unique index due_snooze_once on due_snooze (institution_id, due_key, person_id)
  where undone_at is null;

grant select, insert, update (undone_at) on due_snooze to yizhuan_app;

create table due_escalation (
  institution_id uuid not null,
  due_key text not null,
  -- A due that gets another day is late anew.
  due_on date not null,
  level text not null check (level in ('reviewer', 'leaders')),
  told_on date not null,
  workdays integer not null check (workdays >= 0),
  primary key (institution_id, due_key, due_on, level)
);

select tenant_table('due_escalation', 'who was told that a deadline passed, once for each level');

grant select, insert on due_escalation to yizhuan_app;

create table late_rule (
  institution_id uuid not null,
  reviewer_after integer not null check (reviewer_after between 0 and 60),
  leaders_after integer not null check (leaders_after between 0 and 120),
  primary key (institution_id)
);

select tenant_table('late_rule', 'after how many working days lateness is passed on: a house setting, not law');

grant select, insert, update (reviewer_after, leaders_after) on late_rule to yizhuan_app;

create table calendar_feed (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  scope text not null check (scope in ('mine', 'all')),
  alarm_days integer[] not null,
  made_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (institution_id, id),
  unique (institution_id, token_hash)
);

select tenant_table('calendar_feed', 'secret addresses of personal calendars; only their hash is kept');

create unique index calendar_feed_once on calendar_feed (institution_id, person_id)
  where revoked_at is null;

grant select, insert, update (last_used_at, revoked_at) on calendar_feed to yizhuan_app;

create table calendar_event (
  institution_id uuid not null,
  feed_id uuid not null,
  due_key text not null,
  content_hash text not null,
  sequence integer not null check (sequence >= 0),
  modified_at timestamptz not null,
  primary key (institution_id, feed_id, due_key),
  foreign key (institution_id, feed_id) references calendar_feed (institution_id, id)
);

select tenant_table('calendar_event', 'what a feed last said of each due, so that a change has a higher number');

grant select, insert, update (content_hash, sequence, modified_at) on calendar_event to yizhuan_app;
