-- What is taken of vouchers is looked at once for all the rows of a statement: row by row a ledger of many costs grew
-- as the square of its length. Who records costs at once waits for one another in a house, whatever their vouchers: a
-- lock for each filled the database's room for locks, and two who took several could wait for each other.
drop trigger voucher_once on cost;
drop trigger voucher_once on statement_cost;
drop trigger voucher_once on asset_cost;
drop function voucher_within_itself();
drop function voucher_takers(uuid, text);
drop function hold_voucher(uuid, text);

create function hold_vouchers(house uuid) returns void
language sql volatile set search_path = public, pg_temp as $$
  select pg_advisory_xact_lock(hashtext('yizhuan vouchers'), hashtext(house::text))
$$;

-- Who takes of some vouchers, of the whole house: each case with what it takes or took, less what the law did not
-- deduct, and each asset with what was spent on it. Planned for as many as are asked.
create function voucher_lines(house uuid, keys text[])
returns table (taker text, id uuid, key text, taken numeric, whole bigint)
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
begin
  perform set_config('app.roles', 'system', true);
  return query
    with line as (
      select cost.case_id, voucher_key(cost.voucher) as key, cost.amount_fen - coalesce((
          select sum(gone.amount_fen) from cost_deduction as gone
          where gone.institution_id = cost.institution_id and gone.case_id = cost.case_id
            and gone.cost_seq = cost.seq and not gone.counts), 0) as taken,
        case when not exists (select from cost as back
          where back.institution_id = cost.institution_id and back.case_id = cost.case_id
            and back.withdraws = cost.seq) then cost.voucher_fen end as whole
      from cost where cost.institution_id = house and voucher_key(cost.voucher) = any (keys)
      union all
      select one.case_id, voucher_key(one.voucher), one.amount_fen, one.voucher_fen from statement_cost as one
      where one.institution_id = house and voucher_key(one.voucher) = any (keys)
        and not exists (select from act as later
          where later.institution_id = one.institution_id and later.case_id = one.case_id
            and later.seq > one.seq and later.type = 'netSettled'
            and later.entry -> 'data' ->> 'statement' = one.statement)
        and not exists (select from statement_cost as later
          where later.institution_id = one.institution_id and later.case_id = one.case_id
            and later.seq > one.seq and later.statement = one.statement)),
    spent as (
      select cost.achievement_id, voucher_key(cost.voucher) as key, cost.amount_fen,
        case when not exists (select from asset_cost as back
          where back.institution_id = cost.institution_id and back.reverses = cost.id)
          then cost.voucher_fen end as whole
      from asset_cost as cost where cost.institution_id = house and voucher_key(cost.voucher) = any (keys))
    select 'case', line.case_id, line.key, sum(line.taken), max(line.whole)
    from line group by line.case_id, line.key having sum(line.taken) <> 0
    union all
    select 'asset', spent.achievement_id, spent.key, sum(spent.amount_fen), max(spent.whole)
    from spent group by spent.achievement_id, spent.key having sum(spent.amount_fen) <> 0;
  perform set_config('app.roles', callers, true);
end $$;

-- The same of one voucher, by their numbers. Whoever asks may not know of a closed case: it has no number here.
create function voucher_takers(house uuid, asked text)
returns table (taker text, id uuid, number text, taken_fen text, whole_fen text)
language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
  hidden uuid[] := cases_hidden();
begin
  perform set_config('app.roles', 'system', true);
  return query
    select line.taker, line.id,
      case when line.taker = 'asset' then asset.number
        when not line.id = any (hidden) then deal.number end,
      line.taken::text, line.whole::text
    from voucher_lines(house, array[voucher_key(asked)]) as line
    left join transfer_case as deal on deal.institution_id = house and deal.id = line.id
    left join achievement as asset on asset.institution_id = house and asset.id = line.id;
  perform set_config('app.roles', callers, true);
end $$;

-- Held whatever the service says: the rows are looked at once more as they stand after the insert.
create function vouchers_within_themselves() returns trigger
language plpgsql volatile set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  kind text := case tg_table_name when 'asset_cost' then 'asset' else 'case' end;
  house uuid;
  keys text[];
  over text;
begin
  -- What an archive brings was judged where it was recorded, by the rules of its day.
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  for house, keys in
    select institution_id, array_agg(distinct voucher_key(voucher)) from added
    where amount_fen > 0 and voucher is not null group by institution_id
  loop
    perform hold_vouchers(house);
    select key into over from (
      select key, count(*) filter (where taker = kind) as takers,
        sum(taken) filter (where taker = kind) as taken, min(whole) as least, max(whole) as most,
        sum(taken) filter (where taker = 'asset') as booked
      from voucher_lines(house, keys) group by key) as one
    where least <> most or taken > coalesce(most, case when kind = 'case' then booked end, taken)
      or takers > 1 and most is null and (kind = 'asset' or booked is null)
    limit 1;
    if over is not null then
      raise exception 'more is taken of voucher % than it comes to', over using errcode = 'check_violation';
    end if;
  end loop;
  return null;
end $$;

create trigger vouchers_once after insert on cost referencing new table as added
  for each statement execute function vouchers_within_themselves();

create trigger vouchers_once after insert on statement_cost referencing new table as added
  for each statement execute function vouchers_within_themselves();

create trigger vouchers_once after insert on asset_cost referencing new table as added
  for each statement execute function vouchers_within_themselves();
