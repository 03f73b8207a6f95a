-- Who said what is withheld from a payment. The figure goes along where the payment is made again, and so does
-- who said it: they approve no batch that pays by it.

alter table payment_order add column withheld_by uuid;

grant insert (withheld_by), update (withheld_by) on payment_order to yizhuan_app;

alter table payment_order no force row level security;

alter table payout_late_tax no force row level security;

alter table audit_entry no force row level security;

alter table payout_proof no force row level security;

alter table payout_batch no force row level security;

-- Of figures that were there before: who said one late, else who said one last of its batch, with the proof, or
-- made the batch. Looked for once; a house that has none finds nothing.
update payment_order as one set withheld_by = coalesce(
  (select late.made_by from payout_late_tax as late
    where late.institution_id = one.institution_id and late.case_id = one.case_id
      and late.plan_seq = one.plan_seq and late.line = one.line and late.attempt = one.attempt
    order by late.posting desc limit 1),
  (select said.by_person from audit_entry as said
    where said.institution_id = one.institution_id and said.chain = 'payout_batch/' || one.batch_id
      and said.entry @? '$.**.field ? (@ == "taxDocument")'
    order by said.seq desc limit 1),
  (select proof.taken_by from payout_proof as proof
    where proof.institution_id = one.institution_id and proof.id = one.paid_proof),
  (select batch.made_by from payout_batch as batch
    where batch.institution_id = one.institution_id and batch.id = one.batch_id))
where withheld_fen is not null;

alter table payment_order force row level security;

alter table payout_late_tax force row level security;

alter table audit_entry force row level security;

alter table payout_proof force row level security;

alter table payout_batch force row level security;
