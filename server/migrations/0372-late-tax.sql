-- Tax that is said once a payment is through, where nobody had said it by then: payments whose bank was only told
-- that all of them arrived. What was booked gross is put right by an entry of its own, and so is a figure that
-- was entered late and wrongly. Each is a row here; none is ever changed.

alter table payment_order
  -- What the bank's line named; null where nothing but the outcome was told.
  add column told_fen bigint check (told_fen >= 0),
  add column taxed_late boolean not null default false,
  add constraint payment_order_late_tax check (not taxed_late or withheld_fen is not null);

grant update (told_fen, taxed_late) on payment_order to yizhuan_app;

create table payout_late_tax (
  institution_id uuid not null,
  case_id uuid not null,
  plan_seq integer not null,
  line smallint not null,
  attempt smallint not null,
  -- The plan, and which of its postings this is.
  plan_id uuid not null,
  posting integer not null check (posting >= 1),
  -- Null the first time: it was not known.
  from_fen bigint check (from_fen >= 0),
  to_fen bigint not null check (to_fen >= 0),
  on_day date not null,
  document text not null check (length(document) between 1 and 200),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, case_id, plan_seq, line, attempt, posting),
  foreign key (institution_id, case_id, plan_seq, line, attempt)
    references payment_order (institution_id, case_id, plan_seq, line, attempt),
  foreign key (institution_id, plan_id) references payout_plan (institution_id, id)
);

select tenant_table('payout_late_tax', 'tax withheld that was said after a payment was through');

select closed_with_its_case('payout_late_tax');

select append_only('payout_late_tax');

grant select, insert on payout_late_tax to yizhuan_app;

create index payout_late_tax_by_plan on payout_late_tax (institution_id, plan_id);

create or replace function payment_order_withheld() returns trigger language plpgsql as $$
begin
  if old.state = 'ordered' or (old.state = 'sent' and old.withheld_fen is null) then
    return new;
  end if;
  -- Late, with a row of its own that says so; what was known when it was paid stays.
  if old.state = 'paid' and new.state = 'paid' and new.taxed_late
    and (old.withheld_fen is null or old.taxed_late) then
    return new;
  end if;
  raise exception 'the tax withheld from a payment that is % does not change', old.state
    using errcode = 'integrity_constraint_violation';
end $$;
