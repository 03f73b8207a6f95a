-- What went back to the payer came in all the same, and its voucher is not free for another case. Only what was
-- recorded by mistake never came: it is told from the acts of its case, whatever part it is linked with.
create function recorded_by_mistake(house uuid, deal uuid, key text) returns numeric
language sql stable set search_path = public, pg_temp as $$
  select coalesce(sum((act.entry #>> '{data,amount}')::numeric), 0) from act
  where act.institution_id = house and act.case_id = deal and act.type = 'receiptRefunded'
    and act.entry #>> '{data,cause}' = 'entry_error' and voucher_key(act.entry #>> '{data,receipt}') = key
$$;

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
      select one.id, one.case_id, voucher_key(one.voucher) as key, one.received_on, one.voucher_fen, one.amount_fen
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
            and struck.entry #>> '{data,entry}' = act.seq::text))
    select 'case', recorded.case_id, recorded.key, recorded.on_day, recorded.taken, recorded.whole
    from recorded where recorded.taken > 0
    union all
    select 'register', line.id, line.key, line.received_on, line.amount_fen::numeric, line.voucher_fen
    from line where line.case_id is null
    union all
    select 'holding', dividend.case_id, dividend.key, min(dividend.on_day)::text, sum(dividend.taken),
      max(dividend.whole)
    from dividend group by dividend.case_id, dividend.key;
  perform set_config('app.roles', callers, true);
end $$;

-- The tax of one fen that is taken back may be that fen.
alter table invoice
  drop constraint invoice_check1,
  add constraint invoice_check1 check (case when red_of is null then vat_fen >= 0 and vat_fen < amount_fen
    else vat_fen <= 0 and vat_fen >= amount_fen end);
