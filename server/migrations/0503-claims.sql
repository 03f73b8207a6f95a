-- What becomes of a patent of others that is to be claimed: a dispute over the title of an achievement is
-- opened by it, and ends one way or another. Where it ends for the house, the right stands in its register.

create table outside_claim (
  institution_id uuid not null,
  id uuid not null,
  patent_id uuid not null,
  achievement_id uuid not null,
  about text not null check (length(about) between 1 and 1000),
  from_day ledger_day not null,
  files jsonb not null check (jsonb_typeof(files) = 'array'),
  begun_at timestamptz not null,
  begun_by uuid not null,
  begun_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, patent_id) references outside_patent (institution_id, id),
  foreign key (institution_id, achievement_id) references achievement (institution_id, id)
);

select tenant_table('outside_claim', 'claims on patents of others, each a dispute over title; also in the chain of the patent');

select append_only('outside_claim');

create index outside_claim_by_patent on outside_claim (institution_id, patent_id, begun_at desc);

grant select, insert on outside_claim to yizhuan_app;

create table outside_claim_end (
  institution_id uuid not null,
  claim_id uuid not null,
  outcome text not null check (outcome in ('ours', 'shared', 'not_ours', 'settled')),
  on_day ledger_day not null,
  basis text not null check (length(basis) between 1 and 1000),
  right_id uuid,
  files jsonb not null check (jsonb_typeof(files) = 'array'),
  ended_at timestamptz not null,
  ended_by uuid not null,
  ended_name text not null,
  primary key (institution_id, claim_id),
  foreign key (institution_id, claim_id) references outside_claim (institution_id, id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  check (right_id is null or outcome in ('ours', 'shared'))
);

select tenant_table('outside_claim_end', 'how a claim on a patent of others ended; also in the chain of the patent');

select append_only('outside_claim_end');

grant select, insert on outside_claim_end to yizhuan_app;
