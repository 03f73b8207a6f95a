-- The tax of all months is summed from the index: it holds what the sums are made of, also what says whether a case
-- is closed to whoever asks.
drop index payment_order_by_day;

create index payment_order_by_day on payment_order (institution_id, paid_on) include (case_id, withheld_fen, state)
  where paid_posting is not null and way <> 'equity';

create index payment_order_came_back on payment_order (institution_id, paid_on) where returned_posting is not null;
