-- The tax of a month is summed from the payments made in it, while others who pay over or set off wait.
create index payment_order_by_day on payment_order (institution_id, paid_on) where paid_posting is not null;
