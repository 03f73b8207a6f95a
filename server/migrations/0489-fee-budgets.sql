-- What may be spent on annual fees is an amount: of each batch, and of a year for the whole house. A batch that
-- goes beyond either is approved with a reason. Batches of before have none.

alter table fee_batch add column budget_fen bigint check (budget_fen >= 0);

alter table fee_batch add column over_reason text check (length(over_reason) between 1 and 500);

grant insert (budget_fen, over_reason), update (over_reason) on fee_batch to yizhuan_app;

create table fee_budget (
  institution_id uuid not null,
  id uuid not null,
  year integer not null check (year between 2000 and 2200),
  fen bigint not null check (fen >= 0),
  -- What set it: a resolution, a budget notice.
  document text not null check (length(document) between 1 and 200),
  stated_on date not null,
  stated_by uuid not null,
  stated_name text not null,
  primary key (institution_id, id)
);

select tenant_table('fee_budget', 'what may be spent on annual fees in a year; the newest of a year counts');

select append_only('fee_budget');

create index fee_budget_by_year on fee_budget (institution_id, year, id);

grant select, insert on fee_budget to yizhuan_app;
