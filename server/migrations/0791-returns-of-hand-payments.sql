-- What came back of a payment without a batch: each time with its own day, amount and proof, so that each stands in
-- its own year.
create table hand_payment_return (
  institution_id uuid not null,
  payment_id uuid not null,
  nth integer not null check (nth >= 1),
  case_id uuid,
  -- The act of a case that says so.
  seq integer check (seq >= 1),
  amount_fen bigint not null check (amount_fen > 0),
  on_day date not null,
  proof text not null check (length(proof) between 1 and 4000),
  primary key (institution_id, payment_id, nth),
  foreign key (institution_id, payment_id) references hand_payment (institution_id, id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id),
  check (seq is null or case_id is not null)
);

select tenant_table('hand_payment_return', 'what came back of payments without a batch, each time for itself');

select closed_with_its_case('hand_payment_return');

-- What a case says is told anew from its acts.
grant select, insert, delete on hand_payment_return to yizhuan_app;

-- What is known so far stands under the last day; the worker tells that of cases anew.
alter table hand_payment no force row level security;

alter table hand_payment_return no force row level security;

insert into hand_payment_return (institution_id, payment_id, nth, case_id, amount_fen, on_day, proof)
select institution_id, id, 1, case_id, back_fen, back_on, proof from hand_payment where back_fen > 0;

alter table hand_payment_return force row level security;

alter table hand_payment force row level security;

alter table hand_payment drop column back_on;

insert into job (institution_id, task, payload, run_at, key)
select id, 'cases/fillHandPayments', '{}'::jsonb, now(), 'cases/fillHandPayments' from institution
on conflict do nothing;
