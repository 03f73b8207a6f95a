-- The disclosure of an achievement in full: what it tells of money, publication, the rights of others
-- and maturity; who holds title since when; and its way through the office.

alter table achievement
  add column funding_kind text check (funding_kind in ('public', 'enterprise', 'own')),
  add column service_basis text check (service_basis in ('task', 'means', 'neither')),
  add column made_on ledger_day,
  add column maturity_scale text check (length(maturity_scale) between 1 and 40),
  add column publicity text check (publicity in ('no', 'yes')),
  add column publications jsonb not null default '[]',
  add column third_parties jsonb not null default '{}',
  -- Each holding lasts until the next one begins, so that there is one whole on every day.
  add column holdings jsonb not null default '[]',
  add column disputes jsonb not null default '[]',
  -- Null for what a ledger brought: it was never handed in.
  add column intake text check (intake in ('submitted', 'returned', 'accepted', 'merged')),
  add column intake_on date,
  add column disclosed_by uuid,
  add column questions text check (length(questions) between 1 and 4000),
  add column merged_into uuid,
  add foreign key (institution_id, merged_into) references achievement (institution_id, id),
  add check ((merged_into is not null) = (intake is not distinct from 'merged')),
  add check (merged_into <> id);

create index achievement_by_intake on achievement (institution_id, intake, number desc)
  where intake is not null;

create index achievement_by_merger on achievement (institution_id, merged_into)
  where merged_into is not null;

create index achievement_by_publicity on achievement (institution_id, id) where publicity = 'yes';

grant update (funding_kind, service_basis, made_on, maturity_scale, publicity, publications,
  third_parties, holdings, disputes, intake, intake_on, disclosed_by, questions,
  merged_into) on achievement to yizhuan_app;

-- Inventors who were asked by a link of their own whether they agree with their share. Of the link only
-- the hash is kept. What they answered is also an entry of the chain of the achievement.
create table inventor_confirmation (
  institution_id uuid not null,
  id uuid not null,
  achievement_id uuid not null,
  -- The place in the team, and the fingerprint of the team that was shown.
  place integer not null check (place between 0 and 99),
  name text not null check (length(name) between 1 and 100),
  team_hash text not null check (team_hash ~ '^[0-9a-f]{64}$'),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  asked_at timestamptz not null,
  asked_by uuid not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  answered_at timestamptz,
  answer text check (answer in ('confirmed', 'disputed')),
  words text check (length(words) between 1 and 2000),
  primary key (institution_id, id),
  unique (institution_id, token_hash),
  foreign key (institution_id, achievement_id) references achievement (institution_id, id),
  check ((answer is null) = (answered_at is null)),
  check (answer <> 'disputed' or words is not null)
);

select tenant_table('inventor_confirmation', 'inventors asked whether they agree with their share, and what they answered');

create index inventor_confirmation_by_achievement
  on inventor_confirmation (institution_id, achievement_id, place, asked_at);

grant select, insert, update (revoked_at, answered_at, answer, words)
  on inventor_confirmation to yizhuan_app;
