-- How persons stand with the house by the payouts of a case: who has too much, by a distribution that was
-- reversed or a plan that fell, and to whom a payment that came back is owed still. The record of the case says
-- it; here lists find it, and payments are ordered again by it.

create table payee_balance (
  institution_id uuid not null,
  case_id uuid not null,
  name text not null check (length(name) between 1 and 4000),
  award text not null check (award in ('cash', 'equity')),
  -- Above nought it is to be given back or set off, below it is owed.
  balance_fen bigint not null check (balance_fen <> 0),
  primary key (institution_id, case_id, name, award),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('payee_balance', 'what persons have too much, or are owed, by the payouts of a case');

select closed_with_its_case('payee_balance');

grant select, insert, delete on payee_balance to yizhuan_app;

-- A plan that an objection overturned after money of it went out is taken in by its case: settled by that act,
-- and never by a payout.
do $$
declare old record;
begin
  for old in
    select conname from pg_constraint where conrelid = 'payout_plan'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%settled%'
  loop
    execute format('alter table payout_plan drop constraint %I', old.conname);
  end loop;
end $$;

alter table payout_plan add constraint payout_plan_state
  check (state in ('ordered', 'waiting', 'settled', 'fallen', 'dropped'));

alter table payout_plan add constraint payout_plan_told
  check ((state in ('settled', 'fallen')) = (act_seq is not null));

