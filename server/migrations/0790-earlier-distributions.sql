-- What a takeover tells as shared out before it stands in the register of receipts, and is income once: nobody records
-- it again in another case, or in the same one.
alter table receipt
  -- The case whose takeover told of it, where no ledger did.
  add column told_by uuid,
  add foreign key (institution_id, told_by) references transfer_case (institution_id, id);

create index receipt_told_by on receipt (institution_id, told_by) where told_by is not null;

grant insert (told_by), update (told_by) on receipt to yizhuan_app;

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
            and struck.entry #>> '{data,entry}' = act.seq::text))
    select 'case', recorded.case_id, recorded.key, recorded.on_day, recorded.taken, recorded.whole
    from recorded where recorded.taken > 0
    union all
    select 'told', line.told_by, line.key, min(line.received_on), sum(line.amount_fen), max(line.voucher_fen)
    from line where line.case_id is null and line.told_by is not null group by line.told_by, line.key
    union all
    select 'register', line.id, line.key, line.received_on, line.amount_fen::numeric, line.voucher_fen
    from line where line.case_id is null and line.told_by is null
    union all
    select 'holding', dividend.case_id, dividend.key, min(dividend.on_day)::text, sum(dividend.taken),
      max(dividend.whole)
    from dividend group by dividend.case_id, dividend.key;
  perform set_config('app.roles', callers, true);
end $$;

create function receipt_told_once() returns trigger
language plpgsql volatile set search_path = public, pg_temp as $$
begin
  perform hold_receipts_once(new.institution_id, array[voucher_key(new.voucher)]);
  return null;
end $$;

create trigger told_once after update of told_by on receipt for each row
  when (new.told_by is not null and new.told_by is distinct from old.told_by
    and new.amount_fen > 0 and new.voucher is not null)
  execute function receipt_told_once();

-- The worker enters what takeovers told so far.
insert into job (institution_id, task, payload, run_at, key)
select id, 'cases/fillSharedOut', '{}'::jsonb, now(), 'cases/fillSharedOut' from institution
on conflict do nothing;
