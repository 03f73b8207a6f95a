-- Guidance funds and money for proof of concept: what came in, what is promised to which project, what was
-- drawn and came back. The ledger is never changed; every line says how the fund stands after it.

create table fund (
  institution_id uuid not null,
  id uuid not null,
  number text not null check (length(number) between 1 and 60),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('guidance', 'proof_of_concept')),
  founded_on text not null check (founded_on ~ '^\d{4}-\d{2}-\d{2}$'),
  approved_by text not null check (length(approved_by) between 1 and 200),
  -- The house's rule that governs it.
  rule text check (length(rule) between 1 and 300),
  files jsonb not null,
  remark text check (length(remark) between 1 and 2000),
  -- How it is assessed, in the words of the law; none while nobody said so.
  assessment jsonb,
  dated_on text not null generated always as (founded_on) stored,
  primary key (institution_id, id),
  unique (institution_id, number)
);

select tenant_table('fund', 'guidance and proof-of-concept funds; every change is an entry of the chain of its record');

create index fund_newest on fund (institution_id, dated_on desc, id desc);

grant select, insert (institution_id, id, number, name, kind, founded_on, approved_by, rule, files, remark,
  assessment), update (assessment) on fund to yizhuan_app;

create table fund_project (
  institution_id uuid not null,
  id uuid not null,
  fund_id uuid not null,
  achievement_id uuid,
  title text not null check (length(title) between 1 and 300),
  lead text not null check (length(lead) between 1 and 100),
  stage text not null check (stage in ('concept', 'prototype', 'validation', 'pilot', 'handed_over', 'stopped')),
  -- What is to be reached by when, and what shows that it was.
  milestones jsonb not null,
  started_on text not null check (started_on ~ '^\d{4}-\d{2}-\d{2}$'),
  dated_on text not null generated always as (started_on) stored,
  primary key (institution_id, id),
  unique (institution_id, fund_id, id),
  foreign key (institution_id, fund_id) references fund (institution_id, id),
  foreign key (institution_id, achievement_id) references achievement (institution_id, id)
);

select tenant_table('fund_project', 'projects that a fund supports; every change is an entry of the chain of its record');

create index fund_project_newest on fund_project (institution_id, dated_on desc, id desc);

create index fund_project_by_achievement on fund_project (institution_id, achievement_id)
  where achievement_id is not null;

grant select, insert (institution_id, id, fund_id, achievement_id, title, lead, stage, milestones, started_on),
  update (stage, milestones) on fund_project to yizhuan_app;

create table fund_entry (
  institution_id uuid not null,
  fund_id uuid not null,
  seq integer not null check (seq >= 1),
  id uuid not null,
  kind text not null check (kind in ('contributed', 'givenBack', 'committed', 'released', 'drawn', 'returned')),
  project_id uuid,
  amount_fen bigint not null check (amount_fen > 0),
  on_day text not null check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),
  -- Who gave it or has it; and whether it crosses the account of the house.
  party text check (length(party) between 1 and 200),
  through text not null check (through in ('bank', 'house')),
  milestone smallint check (milestone >= 1),
  -- The resolution, voucher or paper that shows it.
  reference text not null check (length(reference) between 1 and 200),
  files jsonb not null,
  -- How the fund stands after it.
  cash_fen bigint not null check (cash_fen >= 0),
  reserved_fen bigint not null check (reserved_fen >= 0),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, fund_id, seq),
  unique (institution_id, id),
  foreign key (institution_id, fund_id) references fund (institution_id, id),
  foreign key (institution_id, fund_id, project_id) references fund_project (institution_id, fund_id, id),
  check (reserved_fen <= cash_fen),
  check ((project_id is null) = (kind in ('contributed', 'givenBack')))
);

select tenant_table('fund_entry', 'the ledger of a fund, line by line with what is in it and what is promised');

select append_only('fund_entry');

create index fund_entry_by_project on fund_entry (institution_id, project_id) where project_id is not null;

grant select, insert on fund_entry to yizhuan_app;

create function fund_entry_follows() returns trigger language plpgsql as $$
declare
  cash bigint := 0;
  reserved bigint := 0;
  promised bigint;
  outlay bigint;
begin
  if new.seq > 1 then
    select cash_fen, reserved_fen into strict cash, reserved from fund_entry
    where institution_id = new.institution_id and fund_id = new.fund_id and seq = new.seq - 1;
  end if;
  cash := cash + case when new.kind in ('contributed', 'returned') then new.amount_fen
    when new.kind in ('givenBack', 'drawn') then -new.amount_fen else 0 end;
  reserved := reserved + case when new.kind = 'committed' then new.amount_fen
    when new.kind in ('released', 'drawn') then -new.amount_fen else 0 end;
  if new.cash_fen <> cash or new.reserved_fen <> reserved then
    raise exception 'line % of fund % does not follow from the one before', new.seq, new.fund_id
      using errcode = 'integrity_constraint_violation';
  end if;
  if new.project_id is not null then
    select coalesce(sum(case kind when 'committed' then amount_fen when 'returned' then 0 else -amount_fen end), 0),
      coalesce(sum(case kind when 'drawn' then amount_fen when 'returned' then -amount_fen else 0 end), 0)
    into promised, outlay from fund_entry
    where institution_id = new.institution_id and project_id = new.project_id;
    promised := promised + case new.kind when 'committed' then new.amount_fen when 'returned' then 0
      else -new.amount_fen end;
    outlay := outlay + case new.kind when 'drawn' then new.amount_fen when 'returned' then -new.amount_fen
      else 0 end;
    if promised < 0 or outlay < 0 then
      raise exception 'line % of fund % takes more than its project has', new.seq, new.fund_id
        using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  return new;
end $$;

create trigger fund_entry_follows before insert on fund_entry
  for each row execute function fund_entry_follows();
