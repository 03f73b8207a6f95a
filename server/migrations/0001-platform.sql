-- The platform's own tables. Every table's comment begins with its kind:
--   tenant     rows belong to one institution; institution_id leads every key; row security is forced
--   reference  small and read everywhere
--   central    belongs to the running service, not to an institution
-- One command per statement; no statement here is ever edited after a release.

-- Row security for a tenant table, and the comment that says what it is.
create function tenant_table(target regclass, meaning text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  -- The comparison is a stable expression without subqueries, so an index on institution_id serves it.
  execute format(
    'create policy own_institution on %s using '
    '(institution_id = nullif(current_setting(''app.institution'', true), '''')::uuid)', target);
  execute format('comment on table %s is %L', target, 'tenant: ' || meaning);
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $$;

-- Makes a table append-only for everybody; the application's role has no such right anyway.
create function append_only(target regclass) returns void language plpgsql as $$
begin
  -- Per statement, so that it is refused even where row security leaves no row to touch.
  execute format(
    'create trigger append_only before update or delete or truncate on %s '
    'for each statement execute function refuse_change()', target);
  execute format('revoke update, delete, truncate on %s from yizhuan_app', target);
end $$;

create table institution (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now()
);

comment on table institution is 'reference: the institutions served here, by name';

grant select, insert (id, name), update (name) on institution to yizhuan_app;

create table account (
  id uuid primary key,
  login text not null unique check (login = lower(login) and length(login) between 1 and 100),
  institution_id uuid not null references institution (id),
  person_id uuid not null,
  name text not null,
  roles text[] not null,
  lang text not null default 'zh' check (lang in ('zh', 'en')),
  password_hash text,
  invitation_hash text unique,
  invitation_until timestamptz,
  wrong_count integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

comment on table account is 'central: who may sign in, for which institution and in which roles';

create index account_by_institution on account (institution_id, login);

grant select on account to yizhuan_app;

grant insert (id, login, institution_id, person_id, name, roles, lang, password_hash,
  invitation_hash, invitation_until) on account to yizhuan_app;

grant update (name, roles, lang, password_hash, invitation_hash, invitation_until, wrong_count,
  locked_until, disabled_at) on account to yizhuan_app;

create table session (
  token_hash text primary key,
  account_id uuid not null references account (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);

comment on table session is 'central: open and ended sessions; only the hash of a token is kept';

create index session_by_account on session (account_id, created_at);

grant select, insert on session to yizhuan_app;

grant update (seen_at, ended_at) on session to yizhuan_app;

create table sign_in_attempt (
  id uuid primary key,
  login text not null,
  account_id uuid,
  outcome text not null check (outcome in
    ('signed-in', 'wrong', 'locked', 'disabled', 'signed-out', 'password-changed', 'set-up')),
  address text not null,
  at timestamptz not null
);

comment on table sign_in_attempt is 'central: every sign-in, refused sign-in and change of password';

create index sign_in_attempt_by_login on sign_in_attempt (login, at);

select append_only('sign_in_attempt');

grant select, insert on sign_in_attempt to yizhuan_app;

create table chain_head (
  institution_id uuid not null,
  chain text not null check (length(chain) between 1 and 200),
  seq integer not null check (seq >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (institution_id, chain)
);

select tenant_table('chain_head', 'the last entry of each evidence chain; its row lock orders writers');

grant select, insert, update (seq, hash) on chain_head to yizhuan_app;

create table audit_entry (
  institution_id uuid not null,
  chain text not null,
  seq integer not null check (seq >= 1),
  action text not null,
  subject_id uuid,
  at timestamptz not null,
  by_person uuid,
  entry jsonb not null,
  prev text not null check (prev ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (institution_id, chain, seq)
);

select tenant_table('audit_entry', 'every change of a register, linked into the chain of that register');

create index audit_entry_by_subject on audit_entry (institution_id, subject_id, at);

select append_only('audit_entry');

grant select, insert on audit_entry to yizhuan_app;

create table file (
  institution_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  type text not null,
  size integer not null check (size > 0),
  added_by uuid,
  added_at timestamptz not null default now(),
  primary key (institution_id, sha256)
);

select tenant_table('file', 'which files an institution has stored; the bytes lie in the file store');

grant select, insert (institution_id, sha256, name, type, size, added_by) on file to yizhuan_app;

create table checkpoint (
  institution_id uuid not null,
  day date not null,
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  heads jsonb not null,
  made_at timestamptz not null default now(),
  primary key (institution_id, day)
);

select tenant_table('checkpoint', 'the daily Merkle root over all chain heads of an institution');

select append_only('checkpoint');

grant select, insert (institution_id, day, root, heads) on checkpoint to yizhuan_app;

create table outbox (
  id uuid primary key,
  institution_id uuid not null,
  fact text not null,
  body jsonb not null,
  created_at timestamptz not null default now(),
  taken_at timestamptz
);

comment on table outbox is 'central: facts that other modules and systems are still to be told';

create index outbox_waiting on outbox (created_at) where taken_at is null;

grant select, insert (id, institution_id, fact, body), update (taken_at) on outbox to yizhuan_app;
