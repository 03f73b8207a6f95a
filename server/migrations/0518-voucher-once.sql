-- What is deducted of one voucher over all cases of a house never comes to more than the voucher. A voucher that stands
-- in one case needs no word on that; where it is shared by several, somebody says what the whole of it comes to.
alter table cost
  -- The whole of the voucher, where it was said.
  add column voucher_fen bigint check (voucher_fen is null or voucher_fen >= amount_fen);

alter table asset_cost
  add column voucher_fen bigint check (voucher_fen is null or voucher_fen >= amount_fen);

-- The costs of commissioned work by voucher: a statement of the same number takes the place of the one before.
create table statement_cost (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  line integer not null check (line >= 1),
  statement text not null check (length(statement) between 1 and 500),
  voucher text not null check (length(voucher) between 1 and 500),
  amount_fen bigint not null check (amount_fen > 0),
  voucher_fen bigint check (voucher_fen >= amount_fen),
  primary key (institution_id, case_id, seq, line),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('statement_cost', 'costs that the statements of commissioned work deduct, voucher by voucher');

select append_only('statement_cost');

select closed_with_its_case('statement_cost');

grant select, insert on statement_cost to yizhuan_app;

-- A voucher is the same however it is typed: in full width, with blanks, in capitals.
create function voucher_key(voucher text) returns text
language sql immutable strict parallel safe set search_path = public, pg_temp as $$
  select lower(regexp_replace(normalize(voucher, NFKC), '\s', '', 'g'))
$$;

create index cost_by_voucher on cost (institution_id, voucher_key(voucher));

create index statement_cost_by_voucher on statement_cost (institution_id, voucher_key(voucher));

create index asset_cost_by_voucher on asset_cost (institution_id, voucher_key(voucher));

-- Who takes of a voucher, of the whole house: each case with what it takes or took, less what the law did not deduct,
-- and each asset with what was spent on it. Whoever asks may not know of a closed case: it has no number here.
create function voucher_takers(house uuid, asked text)
returns table (taker text, id uuid, number text, taken_fen text, whole_fen text)
language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
  hidden uuid[] := cases_hidden();
  key text := voucher_key(asked);
begin
  perform set_config('app.roles', 'system', true);
  return query
    with line as (
      select cost.case_id, cost.amount_fen - coalesce((
          select sum(gone.amount_fen) from cost_deduction as gone
          where gone.institution_id = cost.institution_id and gone.case_id = cost.case_id
            and gone.cost_seq = cost.seq and not gone.counts), 0) as taken,
        case when not exists (select from cost as back
          where back.institution_id = cost.institution_id and back.case_id = cost.case_id
            and back.withdraws = cost.seq) then cost.voucher_fen end as whole
      from cost where cost.institution_id = house and voucher_key(cost.voucher) = key
      union all
      select one.case_id, one.amount_fen, one.voucher_fen from statement_cost as one
      where one.institution_id = house and voucher_key(one.voucher) = key
        and not exists (select from act as later
          where later.institution_id = one.institution_id and later.case_id = one.case_id
            and later.seq > one.seq and later.type = 'netSettled'
            and later.entry -> 'data' ->> 'statement' = one.statement)
        and not exists (select from statement_cost as later
          where later.institution_id = one.institution_id and later.case_id = one.case_id
            and later.seq > one.seq and later.statement = one.statement)),
    spent as (
      select cost.achievement_id, cost.amount_fen,
        case when not exists (select from asset_cost as back
          where back.institution_id = cost.institution_id and back.reverses = cost.id)
          then cost.voucher_fen end as whole
      from asset_cost as cost where cost.institution_id = house and voucher_key(cost.voucher) = key)
    select 'case', line.case_id, case when not line.case_id = any (hidden) then one.number end,
      sum(line.taken)::text, max(line.whole)::text
    from line join transfer_case as one on one.institution_id = house and one.id = line.case_id
    group by line.case_id, one.number having sum(line.taken) <> 0
    union all
    select 'asset', spent.achievement_id, one.number, sum(spent.amount_fen)::text, max(spent.whole)::text
    from spent join achievement as one on one.institution_id = house and one.id = spent.achievement_id
    group by spent.achievement_id, one.number having sum(spent.amount_fen) <> 0;
  perform set_config('app.roles', callers, true);
end $$;

-- Of two who take of a voucher at once the second waits, and then sees what the first took.
create function hold_voucher(house uuid, asked text) returns void
language sql volatile set search_path = public, pg_temp as $$
  select pg_advisory_xact_lock(hashtext('yizhuan voucher'), hashtext(house || ' ' || voucher_key(asked)))
$$;

-- Held whatever the service says: the rows are looked at once more as they stand after the insert.
create function voucher_within_itself() returns trigger
language plpgsql volatile set search_path = public, pg_temp as $$
declare
  kind text := case tg_table_name when 'asset_cost' then 'asset' else 'case' end;
  takers integer;
  taken numeric;
  least numeric;
  most numeric;
  booked numeric;
begin
  -- What an archive brings was judged where it was recorded, by the rules of its day.
  if new.voucher is null or current_setting('app.restoring', true) = 'on' then return null; end if;
  perform hold_voucher(new.institution_id, new.voucher);
  select count(*) filter (where taker = kind), sum(taken_fen::numeric) filter (where taker = kind),
    min(whole_fen::numeric), max(whole_fen::numeric), sum(taken_fen::numeric) filter (where taker = 'asset')
  into takers, taken, least, most, booked
  from voucher_takers(new.institution_id, new.voucher);
  if least <> most or taken > coalesce(most, case when kind = 'case' then booked end, taken)
    or takers > 1 and most is null and (kind = 'asset' or booked is null) then
    raise exception 'more is taken of voucher % than it comes to', new.voucher using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger voucher_once after insert on cost
  for each row when (new.amount_fen > 0) execute function voucher_within_itself();

create trigger voucher_once after insert on statement_cost
  for each row when (new.amount_fen > 0) execute function voucher_within_itself();

create trigger voucher_once after insert on asset_cost
  for each row when (new.amount_fen > 0) execute function voucher_within_itself();
