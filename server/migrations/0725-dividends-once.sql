-- A resolution declares the dividend of a year once, and what came in under one voucher counts once, whatever the
-- service says. What an older record holds twice stays as it is: only what is recorded from now on is looked at. Two
-- acts of one holding at once cannot both be written, by their place in its record; of two holdings the second waits.
create function dividends_recorded_once() returns trigger
language plpgsql volatile set search_path = public, pg_temp as $$
declare
  kind text := case new.type when 'dividendDeclared' then 'resolution' else 'voucher' end;
  key text := voucher_key(new.entry #>> array['data', kind]);
  year text := voucher_key(new.entry #>> '{data,year}');
  known boolean;
begin
  -- What an archive brings was judged where it was recorded, by the rules of its day.
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  if not exists (select from transfer_case as deal where deal.institution_id = new.institution_id
      and deal.id = new.case_id and deal.procedure = 'equity_holding') then return null; end if;
  -- What was said to have come in as a whole may be recorded in parts.
  select count(*) > 1 and (new.type = 'dividendDeclared' or max(one.entry #>> '{data,voucherAmount}') is null)
  into known
  from act as one
  where one.institution_id = new.institution_id and one.case_id = new.case_id and one.type = new.type
    and voucher_key(one.entry #>> array['data', kind]) = key
    and (new.type = 'dividendReceived' or voucher_key(one.entry #>> '{data,year}') = year)
    and not exists (select from act as struck
      where struck.institution_id = one.institution_id and struck.case_id = one.case_id
        and struck.type = 'entryStruck' and struck.entry #>> '{data,entry}' = one.seq::text);
  if known then
    raise exception 'the dividend of % is recorded already', key using errcode = 'unique_violation';
  end if;
  if new.type = 'dividendReceived' then
    perform hold_receipts_once(new.institution_id, array[key]);
  end if;
  return null;
end $$;

create trigger dividends_once after insert on act for each row
  when (new.type in ('dividendDeclared', 'dividendReceived'))
  execute function dividends_recorded_once();
