-- What a co-owner's part of a receipt is was never the institution's: it is not verified as its income.
create or replace function verified_within_receipt() returns trigger language plpgsql as $$
declare
  own bigint;
begin
  select amount_fen - others_fen - coalesce((
      select sum(fen) from receipt_refund
      where receipt_refund.institution_id = receipt.institution_id and receipt_refund.receipt_id = receipt.id), 0)
  into own
  from receipt
  where institution_id = new.institution_id and id = new.receipt_id;
  if own is null or new.fen > own then
    raise exception 'more income verified than was received of receipt %', new.receipt_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
