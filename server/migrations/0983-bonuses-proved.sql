-- What the bank's line named of a bonus or award, as payments of plans have it: that tax was withheld from a payment
-- that arrived whole is not said later.
alter table award_order
  -- Null where nothing but the outcome was told.
  add column told_fen bigint check (told_fen >= 0);

grant update (told_fen) on award_order to yizhuan_app;
