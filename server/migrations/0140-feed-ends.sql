-- An address that is a secret lies in devices that get lost and sold: it ends by itself.
alter table calendar_feed
  add column expires_at timestamptz not null default now() + interval '365 days';

alter table calendar_feed alter column expires_at drop default;
