-- What came back of a deducted cost is money that came in: it counts once over all cases of a house, and is no receipt
-- of a case or of the register besides.
create index cost_reimbursement_by_voucher on cost_reimbursement (institution_id, voucher_key(voucher));

create or replace function receipt_lines(house uuid, keys text[])
returns table (source text, id uuid, key text, on_day text, taken numeric, whole bigint)
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
begin
  perform set_config('app.roles', 'system', true);
  return query
    with line as (
      select one.id, one.case_id, one.told_by, voucher_key(one.voucher) as key, one.received_on, one.voucher_fen,
        one.amount_fen
      from receipt as one
      where one.institution_id = house and voucher_key(one.voucher) = any (keys) and one.amount_fen > 0),
    recorded as (
      select line.case_id, line.key, min(line.received_on) as on_day, max(line.voucher_fen) as whole,
        sum(line.amount_fen) - recorded_by_mistake(house, line.case_id, line.key) as taken
      from line where line.case_id is not null group by line.case_id, line.key),
    dividend as (
      select act.case_id, act.seq, act.on_day, voucher_key(act.entry #>> '{data,voucher}') as key,
        (act.entry #>> '{data,amount}')::numeric as taken, (act.entry #>> '{data,voucherAmount}')::bigint as whole
      from transfer_case as deal join act on act.institution_id = house and act.case_id = deal.id
        and act.type = 'dividendReceived'
      where deal.institution_id = house and deal.procedure = 'equity_holding'
        and voucher_key(act.entry #>> '{data,voucher}') = any (keys)
        and not exists (select from act as struck
          where struck.institution_id = house and struck.case_id = act.case_id and struck.type = 'entryStruck'
            and struck.entry #>> '{data,entry}' = act.seq::text)),
    disposal as (
      select act.case_id, act.on_day, voucher_key(receipt ->> 'voucher') as key,
        (receipt ->> 'amount')::numeric as taken, (receipt ->> 'voucherAmount')::bigint as whole
      from transfer_case as deal
      join act on act.institution_id = house and act.case_id = deal.id and act.type = 'eventHandled'
      cross join lateral jsonb_array_elements(coalesce(act.entry #> '{data,receipts}', '[]')) as receipt
      where deal.institution_id = house and deal.procedure = 'equity_holding'
        and voucher_key(receipt ->> 'voucher') = any (keys)
        and not exists (select from act as struck
          where struck.institution_id = house and struck.case_id = act.case_id and struck.type = 'entryStruck'
            and struck.entry #>> '{data,entry}' = act.seq::text)),
    held as (
      select case_id, on_day, key, taken, whole from dividend
      union all select case_id, on_day, key, taken, whole from disposal),
    came_back as (
      select back.case_id, voucher_key(back.voucher) as key, min(back.on_day)::text as on_day,
        sum(back.amount_fen) as taken
      from cost_reimbursement as back
      join act on act.institution_id = house and act.case_id = back.case_id and act.seq = back.seq
      where back.institution_id = house and voucher_key(back.voucher) = any (keys) and back.amount_fen > 0
        -- What the ledger of fees booked may be of several cases, and is held to what came in there.
        and act.entry #> '{data,inFees}' is null
        and not exists (select from cost_reimbursement as gone
          where gone.institution_id = house and gone.case_id = back.case_id and gone.voucher = back.voucher
            and gone.amount_fen < 0 and gone.seq > back.seq)
      group by back.case_id, voucher_key(back.voucher))
    select 'case', recorded.case_id, recorded.key, recorded.on_day, recorded.taken, recorded.whole
    from recorded where recorded.taken > 0
    union all
    select 'case', came_back.case_id, came_back.key, came_back.on_day, came_back.taken, null::bigint
    from came_back
    union all
    select 'told', line.told_by, line.key, min(line.received_on), sum(line.amount_fen), max(line.voucher_fen)
    from line where line.case_id is null and line.told_by is not null group by line.told_by, line.key
    union all
    select 'register', line.id, line.key, line.received_on, line.amount_fen::numeric, line.voucher_fen
    from line where line.case_id is null and line.told_by is null
    union all
    select 'holding', held.case_id, held.key, min(held.on_day)::text, sum(held.taken), max(held.whole)
    from held group by held.case_id, held.key;
  perform set_config('app.roles', callers, true);
end $$;
