-- Unknown tax is no nought: a proof that was taken while nobody had said what is withheld says nothing of it.
alter table payout_proof alter column withheld_fen drop not null, alter column withheld_fen drop default;

-- The owner of the tables sees every institution for the length of this.
alter table payout_proof no force row level security;
alter table payment_order no force row level security;

update payout_proof as proof set withheld_fen = null
where withheld_fen = 0 and not exists (
  select from payment_order as one where one.institution_id = proof.institution_id
    and one.batch_id = proof.batch_id and proof.id in (one.paid_proof, one.told_proof)
    and one.withheld_fen is not null);

alter table payout_proof force row level security;
alter table payment_order force row level security;
