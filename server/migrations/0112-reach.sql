-- How news reaches people outside the application: by mail, and by the groups of their institution.

create table reach (
  institution_id uuid not null,
  person_id uuid not null,
  -- At which hour of a working day the digest is sent; null for none.
  digest_hour integer check (digest_hour between 0 and 23),
  -- Which kinds of news are mailed at once.
  at_once text[] not null,
  primary key (institution_id, person_id)
);

select tenant_table('reach', 'what reaches a person by mail, as they chose');

grant select, insert, update (digest_hour, at_once) on reach to yizhuan_app;

create table mail (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('digest', 'at-once', 'test')),
  -- The matter it is about, once for each person: a digest is of a day.
  topic text not null,
  day date not null,
  -- Taken away once the mail has left.
  content jsonb,
  made_at timestamptz not null,
  attempts integer not null default 0,
  trouble text,
  sent_at timestamptz,
  gave_up_at timestamptz,
  primary key (institution_id, id),
  unique (institution_id, person_id, kind, topic)
);

select tenant_table('mail', 'mails to people: what waits, what left, and what went wrong');

create index mail_newest on mail (institution_id, person_id, made_at desc);

grant select, insert, update (content, attempts, trouble, sent_at, gave_up_at) on mail to yizhuan_app;

create table webhook (
  institution_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('wecom', 'dingtalk', 'feishu', 'signed')),
  -- The address of a robot is its key; so it is sealed, and shown by its host alone.
  url_sealed text not null,
  host text not null,
  secret_sealed text,
  events text[] not null,
  lang text not null check (lang in ('zh', 'en')),
  made_at timestamptz not null,
  failures integer not null default 0,
  disabled_at timestamptz,
  disabled_why text check (disabled_why in ('by-hand', 'failures')),
  removed_at timestamptz,
  primary key (institution_id, id)
);

select tenant_table('webhook', 'groups and services that are told what happens; addresses and secrets are sealed');

grant select, insert, update (name, events, lang, failures, disabled_at, disabled_why, removed_at)
  on webhook to yizhuan_app;

create table webhook_delivery (
  institution_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  event text not null,
  content jsonb not null,
  made_at timestamptz not null,
  attempts integer not null default 0,
  last_status integer,
  last_answer text,
  last_ms integer,
  last_at timestamptz,
  delivered_at timestamptz,
  gave_up_at timestamptz,
  primary key (institution_id, id),
  foreign key (institution_id, webhook_id) references webhook (institution_id, id)
);

select tenant_table('webhook_delivery', 'what a webhook was told, what it answered and how long it took');

create index webhook_delivery_newest on webhook_delivery (institution_id, webhook_id, made_at desc, id desc);

grant select, insert, update (attempts, last_status, last_answer, last_ms, last_at, delivered_at, gave_up_at)
  on webhook_delivery to yizhuan_app;

-- The day of every institution that is there already begins once the worker runs.
insert into job (institution_id, task, payload, key, run_at)
  select id, 'notifications/day', '{}', 'notifications/day', 'epoch' from institution;
