-- Bonuses that were paid before 0421 stand there under the id of their payment, under which the books have the
-- payment itself: taken back as a payment that came back, its tax would be taken back with it a second time.
alter table hand_payment no force row level security;

alter table grant_bonus_payment no force row level security;

update hand_payment as one set id = gen_random_uuid()
where source = 'grant_bonus' and postings = 0 and exists (select from grant_bonus_payment as paid
  where paid.institution_id = one.institution_id and paid.id = one.id);

alter table grant_bonus_payment force row level security;

alter table hand_payment force row level security;
