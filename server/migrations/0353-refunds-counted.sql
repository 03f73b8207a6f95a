-- A refund counts at once against what its contract brought, and against the one receipt it gave back as
-- soon as that is known. What is linked can be taken back by a line of its own: odd lines link, even ones
-- take the line before back.

alter table receipt_refund
  drop constraint receipt_refund_pkey,
  drop constraint receipt_refund_minor_check,
  drop constraint receipt_refund_fen_check,
  add column seq integer not null default 1 check (seq >= 1),
  -- Why this receipt: an act of its case says so, there was only one, the sums are the same, or somebody knew.
  add column basis text not null default 'chosen'
    check (basis in ('act', 'only', 'same-amount', 'chosen', 'taken-back')),
  add column reason text check (length(reason) between 1 and 500),
  add primary key (institution_id, refund_id, seq),
  add check ((fen > 0) = (seq % 2 = 1) and (minor > 0) = (seq % 2 = 1) and fen <> 0 and minor <> 0),
  add check ((basis = 'taken-back') = (seq % 2 = 0)),
  add check (basis <> 'taken-back' or reason is not null);

-- What of a receipt is the institution's own and was not given back. A refund may be of the others' part too.
create function receipt_own_left(of_institution uuid, of_receipt uuid) returns bigint
language sql stable as $$
  select greatest(0, receipt.amount_fen - receipt.others_fen - coalesce((
    select sum(link.fen + sign(link.fen) * refund.others_fen)
    from receipt_refund as link
      join receipt as refund
        on refund.institution_id = link.institution_id and refund.id = link.refund_id
    where link.institution_id = receipt.institution_id and link.receipt_id = receipt.id), 0))::bigint
  from receipt where institution_id = of_institution and id = of_receipt
$$;

-- The institution's own part of what went back of a contract while nobody has said of which receipt.
create function refunds_waiting(of_institution uuid, of_contract uuid) returns bigint
language sql stable as $$
  select coalesce(sum(receipt.others_fen - receipt.amount_fen), 0)::bigint
  from receipt
  where institution_id = of_institution and contract_id = of_contract and amount_fen < 0
    and coalesce((select sum(link.fen) from receipt_refund as link
      where link.institution_id = of_institution and link.refund_id = receipt.id), 0) = 0
$$;

-- Never more of a receipt than is left of it, and never so much of a contract that its refunds are uncovered.
create or replace function verified_within_receipt() returns trigger language plpgsql as $$
declare
  own bigint;
  of_contract uuid;
  open bigint;
begin
  select receipt_own_left(new.institution_id, id), contract_id into own, of_contract
  from receipt where institution_id = new.institution_id and id = new.receipt_id;
  if own is null or new.fen > own then
    raise exception 'more income verified than was received of receipt %', new.receipt_id
      using errcode = 'integrity_constraint_violation';
  end if;
  select sum(greatest(0, receipt_own_left(new.institution_id, receipt.id) - coalesce(line.fen, 0)))
    - refunds_waiting(new.institution_id, of_contract)
  into open
  from receipt
    left join income_verification_line as line on line.institution_id = receipt.institution_id
      and line.receipt_id = receipt.id and not line.is_void
  where receipt.institution_id = new.institution_id and receipt.contract_id = of_contract
    and receipt.amount_fen > 0;
  if new.fen > open then
    raise exception 'more income verified than refunds leave of the contract of receipt %', new.receipt_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- What was found not to be a technology contract may be asked for again, as what was refused.
drop index registration_open;

create unique index registration_open on registration (institution_id, contract_id)
  where state not in ('refused', 'not_technology', 'revoked');

-- Refunds that acts of cases gave back before, and commissioned work recorded before it stood in registers.
insert into job (institution_id, task, payload, run_at, key)
select id, 'cases/fillMoney', '{}'::jsonb, now(), 'cases/fillMoney' from institution;
