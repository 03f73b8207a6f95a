-- Bonuses at grant and rewards out of the staff part are paid in batches like plans of cases: put together, approved by
-- a second person, sent by a file, and told by its proof. What became of a payment is recorded in its bonus or award.

create table award_order (
  institution_id uuid not null,
  batch_id uuid not null,
  -- Its place in the batch: by this the bank's answer names it.
  number integer not null check (number >= 1),
  source text not null check (source in ('grant_bonus', 'staff_award')),
  record_id uuid not null,
  -- The share or line, and which time it is paid.
  place smallint not null check (place >= 1),
  turn smallint not null check (turn >= 1),
  title text not null check (length(title) between 1 and 1000),
  person_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  way text not null check (way in ('bank', 'payroll', 'project')),
  way_by uuid,
  project_number text check (length(project_number) between 1 and 60),
  project_account text check (length(project_account) between 1 and 200),
  amount_fen bigint not null check (amount_fen > 0),
  -- Null where nobody has said it: never nought.
  withheld_fen bigint check (withheld_fen between 0 and amount_fen),
  withheld_by uuid,
  filed_withheld_fen bigint check (filed_withheld_fen between 0 and amount_fen),
  state text not null check (state in ('ordered', 'sent', 'paid', 'returned', 'dropped')),
  -- To which account it was sent, as it was then; sealed as the register of persons seals it.
  file_number integer,
  sent_on date,
  bank_name text,
  account_masked text,
  account_sealed text,
  -- What was said to have become of it, until that is recorded.
  told text check (told in ('paid', 'returned')),
  told_on date,
  told_reason text check (length(told_reason) between 1 and 500),
  told_proof uuid,
  paid_on date,
  paid_proof uuid,
  returned_on date,
  returned_reason text,
  returned_proof uuid,
  primary key (institution_id, batch_id, number),
  foreign key (institution_id, batch_id) references payout_batch (institution_id, id),
  foreign key (institution_id, person_id) references person (institution_id, id),
  check (state <> 'paid' or paid_on is not null),
  check ((state = 'returned') = (returned_on is not null)),
  check ((project_number is null) = (project_account is null) and (project_number is null or way = 'project'))
);

select tenant_table('award_order', 'payments of bonuses and of awards from the staff part in batches');

-- Nobody is paid twice: of one turn of a line one payment is under way or has reached its person.
create unique index award_order_once on award_order (institution_id, source, record_id, place, turn)
  where state in ('ordered', 'sent', 'paid');

create index award_order_of on award_order (institution_id, record_id);

grant select, insert (institution_id, batch_id, number, source, record_id, place, turn, title, person_id, name, way,
  amount_fen, state), update (way, way_by, project_number, project_account, withheld_fen, withheld_by,
  filed_withheld_fen, state, file_number, sent_on, bank_name, account_masked, account_sealed, told, told_on,
  told_reason, told_proof, paid_on, paid_proof, returned_on, returned_reason, returned_proof) on award_order
  to yizhuan_app;

-- What holds for the payments of plans holds for these.
create trigger award_order_turns before update of state on award_order
  for each row execute function payment_order_turns();

create trigger award_order_withheld before update of withheld_fen on award_order
  for each row when (old.withheld_fen is distinct from new.withheld_fen)
  execute function payment_order_withheld();

-- What is under way in a batch is not paid by hand beside it.
create function award_is_not_ordered() returns trigger language plpgsql as $$
begin
  if new.kind = 'paid' and exists (select from award_order where institution_id = new.institution_id
    and source = tg_argv[0] and record_id = (to_jsonb(new) ->> tg_argv[1])::uuid
    and place = new.place and turn = new.turn and state in ('ordered', 'sent')) then
    raise exception 'a payment of % is under way in a batch', tg_argv[0]
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger grant_bonus_payment_not_ordered before insert on grant_bonus_payment
  for each row execute function award_is_not_ordered('grant_bonus', 'bonus_id');

create trigger staff_award_payment_not_ordered before insert on staff_award_payment
  for each row execute function award_is_not_ordered('staff_award', 'award_id');
