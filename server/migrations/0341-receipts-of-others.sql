-- Where others own the achievement too, a part of what comes in is theirs: held for them, and no income here.

alter table receipt add column others_fen bigint not null default 0
  check (others_fen = 0 or (others_fen > 0) = (amount_fen > 0)),
  add constraint receipt_of_others check (abs(others_fen) <= abs(coalesce(amount_fen, 0)));

grant insert (others_fen) on receipt to yizhuan_app;
