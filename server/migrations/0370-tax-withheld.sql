-- Tax withheld from payments: what of the gross amount goes to the tax authority. It is what finance or its
-- payroll says, line by line; where nobody has said it, it is not known, which is not nought.

alter table payment_order
  add column withheld_fen bigint check (withheld_fen between 0 and amount_fen),
  -- As it stood when the payment went into its file: the file says the same whenever it is taken.
  add column filed_withheld_fen bigint check (filed_withheld_fen between 0 and amount_fen),
  add constraint payment_order_shares_untaxed check (way <> 'equity' or withheld_fen is null);

grant update (withheld_fen, filed_withheld_fen), insert (withheld_fen) on payment_order to yizhuan_app;

-- It is settled by the file or, where the file did not know it, by the proof; nobody changes it afterwards.
create function payment_order_withheld() returns trigger language plpgsql as $$
begin
  if old.state = 'ordered' or (old.state = 'sent' and old.withheld_fen is null) then
    return new;
  end if;
  raise exception 'the tax withheld from a payment that is % does not change', old.state
    using errcode = 'integrity_constraint_violation';
end $$;

create trigger payment_order_withheld before update of withheld_fen on payment_order
  for each row when (old.withheld_fen is distinct from new.withheld_fen)
  execute function payment_order_withheld();

-- All of a payment may be withheld.
alter table payout_file drop constraint payout_file_total_fen_check;
alter table payout_file add constraint payout_file_total_fen_check check (total_fen >= 0);

-- Of what a proof says was paid, what was withheld.
alter table payout_proof add column withheld_fen bigint not null default 0
  check (withheld_fen between 0 and paid_fen);
