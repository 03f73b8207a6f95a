-- What becomes of a payment is written three times, and each time all its indexes were written anew with it, since
-- they told its state. Whether it counts is a column of its own that seldom turns, and pages leave room for what a
-- payment becomes: the indexes then stay as they are.
alter table payment_order
  -- Under way, or with its person: neither given up nor back.
  add column is_live boolean not null generated always as (state in ('ordered', 'sent', 'paid')) stored;

alter table payment_order set (fillfactor = 35);
alter table payout_plan set (fillfactor = 60);

-- Nobody is paid twice: beside an attempt that is under way, or that reached its person, there is no other.
drop index payment_order_once;

create unique index payment_order_once on payment_order (institution_id, case_id, plan_seq, line) where is_live;

-- What is paid again waits to be found: what came back has the day on which it did, and nothing else has one.
drop index payment_order_returned;

create index payment_order_returned on payment_order (institution_id, case_id) where returned_on is not null;

-- Of what was posted as paid, that which did not come back is live.
drop index payment_order_by_day;

create index payment_order_by_day on payment_order (institution_id, paid_on) include (case_id, withheld_fen, is_live)
  where paid_posting is not null and way <> 'equity';

create or replace function tax_months(house uuid, asked text)
returns table (month text, withheld_fen text, came_back_fen text, set_off_fen text, paid_over_fen text,
  under_way_fen text, asked_back_fen text, unknown integer)
language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
  -- One month is summed by itself: whoever holds the taxes of a house does not read all its payments.
  since date := coalesce((asked || '-01')::date, '-infinity');
  until date := coalesce((asked || '-01')::date + interval '1 month', 'infinity');
begin
  perform set_config('app.roles', 'system', true);
  return query
    -- Day by day first, as the index has them: of a day it is asked once in which month it lies.
    with paid_on_day as (
      select paid_on, sum(withheld_fen) as withheld,
        count(*) filter (where withheld_fen is null and is_live) as unknown
      from payment_order
      where institution_id = house and paid_posting is not null and way <> 'equity'
        and paid_on >= since and paid_on < until
      group by paid_on),
    paid as (
      select to_char(paid_on, 'YYYY-MM') as month, coalesce(sum(withheld), 0) as withheld,
        sum(unknown) as unknown
      from paid_on_day group by 1),
    -- What was set off of the tax of a payment before it came back is told below.
    came as (
      select to_char(paid_on, 'YYYY-MM') as month, coalesce(sum(withheld_fen - (
        select coalesce(sum(amount_fen), 0) from tax_set_off as off
        where off.institution_id = one.institution_id and off.case_id = one.case_id
          and off.plan_seq = one.plan_seq and off.line = one.line and off.attempt = one.attempt)),
        0) as came_back
      from payment_order as one
      where institution_id = house and returned_posting is not null
        and paid_posting is not null and way <> 'equity' and paid_on >= since and paid_on < until
      group by 1),
    off as (
      select month, sum(amount_fen) as fen from tax_set_off
      where institution_id = house and (asked is null or month = asked) group by 1),
    over as (
      select month,
        coalesce(sum(case kind when 'paid_over' then amount_fen else -amount_fen end)
          filter (where state = 'settled'), 0) as fen,
        coalesce(sum(amount_fen) filter (where state in ('made', 'approved')
          and kind = 'paid_over'), 0) as under_way,
        coalesce(sum(amount_fen) filter (where state in ('made', 'approved')
          and kind = 'given_back'), 0) as asked_back
      from tax_remittance
      where institution_id = house and (asked is null or month = asked) group by 1),
    hand as (
      select to_char(paid_on, 'YYYY-MM') as month, coalesce(sum(withheld_fen), 0) as withheld,
        count(*) filter (where withheld_fen is null and back_fen < amount_fen) as unknown
      from hand_payment
      where institution_id = house and paid_on >= since and paid_on < until group by 1),
    month as (select month from paid union select month from hand union select month from over
      union select month from off)
    select month.month,
      (coalesce(paid.withheld, 0) + coalesce(hand.withheld, 0))::text,
      coalesce(came.came_back, 0)::text, coalesce(off.fen, 0)::text,
      coalesce(over.fen, 0)::text, coalesce(over.under_way, 0)::text,
      coalesce(over.asked_back, 0)::text,
      (coalesce(paid.unknown, 0) + coalesce(hand.unknown, 0))::int
    from month left join paid on paid.month = month.month
      left join hand on hand.month = month.month
      left join came on came.month = month.month left join off on off.month = month.month
      left join over on over.month = month.month
    order by month.month desc;
  perform set_config('app.roles', callers, true);
end $$;
