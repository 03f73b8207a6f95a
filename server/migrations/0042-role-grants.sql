-- Roles are granted for a time, by somebody. account.roles is what the grants come to today; roles_turn
-- is the next day on which that changes, so that reading a session need not look at grants.

create table role_grant (
  id uuid primary key,
  account_id uuid not null references account (id),
  role text not null,
  from_day date not null,
  to_day date check (to_day >= from_day),
  granted_at timestamptz not null,
  granted_by uuid not null,
  granted_name text not null,
  reason text check (length(reason) between 1 and 500),
  revoked_at timestamptz,
  revoked_name text
);

comment on table role_grant is 'central: which roles an account holds from when to when, and who granted them';

create index role_grant_by_account on role_grant (account_id, from_day);

grant select, insert, update (to_day, revoked_at, revoked_name) on role_grant to yizhuan_app;

alter table account add column roles_turn date;

grant update (roles_turn) on account to yizhuan_app;

create index account_roles_turn on account (institution_id, roles_turn) where roles_turn is not null;

-- Accounts from before roles were granted for a time.
insert into role_grant (id, account_id, role, from_day, granted_at, granted_by, granted_name)
select gen_random_uuid(), account.id, role, date '2000-01-01', account.created_at,
  '00000000-0000-7000-8000-000000000000', '系统'
from account, unnest(account.roles) as role;

alter table session add column address text;

alter table session add column agent text check (length(agent) <= 300);
