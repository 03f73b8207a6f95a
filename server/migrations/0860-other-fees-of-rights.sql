-- Other fees than annual ones: of an application, its examination, a renewal. A clock says what is to be paid to
-- meet it, as far as that is known; such fees come into batches beside the annual ones.

alter table right_clock
  add column fee_id text check (length(fee_id) between 1 and 60),
  add column fee_title jsonb,
  -- None where its amount is not known.
  add column fee_fen bigint check (fee_fen > 0),
  -- What may come on top of it: then it is that much at least.
  add column fee_besides jsonb,
  -- The event that records its payment.
  add column fee_paid_by text,
  -- The clock that has to be over before this one asks for its fee.
  add column fee_after text,
  add column fee_verified boolean,
  add check ((fee_id is null) = (fee_title is null and fee_paid_by is null and fee_verified is null)),
  add check (fee_id is not null or (fee_fen is null and fee_besides is null and fee_after is null));

create index right_clock_with_fee on right_clock (institution_id, ends_on, right_id, key)
  where fee_id is not null;

-- A line of a batch is an annual fee of a year, or the fee of a clock, which has no year.
alter table fee_batch_line drop constraint fee_batch_line_pkey;

alter table fee_batch_line drop constraint fee_batch_line_year_check;

alter table fee_batch_line
  add column clock text not null default '' check (length(clock) <= 120),
  add column fee_title jsonb,
  add check (case clock when '' then year >= 1 and fee_title is null
    else year = 0 and fee_title is not null end),
  add primary key (institution_id, batch_id, right_id, year, clock);

drop index fee_batch_line_once;

create unique index fee_batch_line_once on fee_batch_line (institution_id, right_id, year, clock)
  where state = 'open';

drop index fee_batch_line_receipt;

create unique index fee_batch_line_receipt on fee_batch_line
  (institution_id, receipt, right_id, year, clock) where receipt is not null;
