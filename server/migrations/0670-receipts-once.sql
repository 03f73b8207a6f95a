-- What came in counts once: what all cases of a house record under one voucher never comes to more than came in. A
-- receipt that one case records whole needs no word on that; where it is recorded in parts, somebody says its whole.
alter table receipt
  -- The whole of what came in, where it was said.
  add column voucher_fen bigint check (voucher_fen is null or voucher_fen >= amount_fen);

grant insert (voucher_fen), update (voucher_fen) on receipt to yizhuan_app;

create index receipt_by_voucher on receipt (institution_id, voucher_key(voucher)) where voucher is not null;

-- Who recorded what came in under some vouchers, less what went back of it: cases, receipts of the register that no
-- case took in, and dividends of holdings.
create function receipt_lines(house uuid, keys text[])
returns table (source text, id uuid, key text, on_day text, taken numeric, whole bigint)
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
begin
  perform set_config('app.roles', 'system', true);
  return query
    with line as (
      select one.id, one.case_id, voucher_key(one.voucher) as key, one.received_on, one.voucher_fen,
        one.amount_fen - coalesce((select sum(back.fen) from receipt_refund as back
          where back.institution_id = one.institution_id and back.receipt_id = one.id), 0) as taken
      from receipt as one
      where one.institution_id = house and voucher_key(one.voucher) = any (keys) and one.amount_fen > 0),
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
    select 'case', line.case_id, line.key, min(line.received_on), sum(line.taken), max(line.voucher_fen)
    from line where line.case_id is not null and line.taken > 0 group by line.case_id, line.key
    union all
    select 'register', line.id, line.key, line.received_on, line.taken, line.voucher_fen
    from line where line.case_id is null and line.taken > 0
    union all
    select 'holding', dividend.case_id, dividend.key, min(dividend.on_day)::text, sum(dividend.taken),
      max(dividend.whole)
    from dividend group by dividend.case_id, dividend.key;
  perform set_config('app.roles', callers, true);
end $$;

-- The same of one voucher, by their numbers. Whoever asks may not know of a closed case: it has no number here.
create function receipt_takers(house uuid, asked text)
returns table (source text, id uuid, number text, on_day text, taken_fen text, whole_fen text)
language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
  hidden uuid[] := cases_hidden();
begin
  perform set_config('app.roles', 'system', true);
  return query
    select line.source, line.id,
      case when line.source = 'register' then coalesce(entered.contract_number, entered.payer, asked)
        when not line.id = any (hidden) then deal.number end,
      line.on_day, line.taken::text, line.whole::text
    from receipt_lines(house, array[voucher_key(asked)]) as line
    left join transfer_case as deal on deal.institution_id = house and deal.id = line.id
    left join receipt as entered on entered.institution_id = house and entered.id = line.id;
  perform set_config('app.roles', callers, true);
end $$;

-- Held whatever the service says: what cases record is looked at once more as it stands afterwards.
create function hold_receipts_once(house uuid, keys text[]) returns void
language plpgsql volatile set search_path = public, pg_temp as $$
declare
  over text;
begin
  -- What an archive brings was judged where it was recorded, by the rules of its day.
  if current_setting('app.restoring', true) = 'on' then return; end if;
  perform hold_vouchers(house);
  select key into over from (
    select key, count(*) as takers, sum(taken) as taken, max(whole) as most
    from receipt_lines(house, keys) where source <> 'register' group by key) as one
  where takers > 1 and most is null or taken > most
  limit 1;
  if over is not null then
    raise exception 'more is recorded of receipt % than came in', over using errcode = 'check_violation';
  end if;
end $$;

create function receipts_recorded_once() returns trigger
language plpgsql volatile set search_path = public, pg_temp as $$
declare
  house uuid;
  keys text[];
begin
  for house, keys in
    select institution_id, array_agg(distinct voucher_key(voucher)) from added
    where case_id is not null and amount_fen > 0 and voucher is not null group by institution_id
  loop
    perform hold_receipts_once(house, keys);
  end loop;
  return null;
end $$;

create function receipt_taken_in_once() returns trigger
language plpgsql volatile set search_path = public, pg_temp as $$
begin
  perform hold_receipts_once(new.institution_id, array[voucher_key(new.voucher)]);
  return null;
end $$;

create trigger recorded_once after insert on receipt referencing new table as added
  for each statement execute function receipts_recorded_once();

create trigger taken_in_once after update of case_id on receipt for each row
  when (new.case_id is not null and new.case_id is distinct from old.case_id
    and new.amount_fen > 0 and new.voucher is not null)
  execute function receipt_taken_in_once();
