-- What arrived and no case, no ledger announced is entered by hand: once for a voucher of an account. What was entered
-- by mistake is taken back: it came to nothing, and its row says why.
alter table receipt
  -- The account of the institution that the money came to, as finance names it.
  add column account text check (length(account) between 1 and 60),
  add column by_hand boolean not null default false,
  add column taken_back text check (length(taken_back) between 1 and 500),
  add constraint receipt_taken_back check (taken_back is null or (by_hand and amount_fen = 0));

grant insert (account), update (account, by_hand, taken_back) on receipt to yizhuan_app;

-- The currency of what was taken back is that of nothing; what was used stays.
grant delete on receipt_money to yizhuan_app;

create function used_money_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.matched_fen + old.refunded_fen <> 0 then
    raise exception 'receipt % is used', old.receipt_id using errcode = 'check_violation';
  end if;
  return old;
end $$;

create trigger used_stays before delete on receipt_money for each row execute function used_money_stays();

-- Held whatever the service says: of two who enter one voucher at once, the second is refused.
create function hand_receipt_once() returns trigger
language plpgsql volatile set search_path = public, pg_temp as $$
declare
  callers text := coalesce(current_setting('app.roles', true), '');
  is_over boolean;
begin
  -- What an archive brings was judged where it was recorded.
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform hold_vouchers(new.institution_id);
  perform set_config('app.roles', 'system', true);
  select count(*) > 1 and (max(voucher_fen) is null or sum(amount_fen) > max(voucher_fen)) into is_over
    from receipt
    where institution_id = new.institution_id and voucher_key(voucher) = voucher_key(new.voucher)
      and voucher_key(account) = voucher_key(new.account) and amount_fen > 0;
  perform set_config('app.roles', callers, true);
  if is_over then
    raise exception 'voucher % of this account is recorded already', new.voucher using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger by_hand_once after update of by_hand on receipt for each row
  when (new.by_hand and not old.by_hand) execute function hand_receipt_once();
