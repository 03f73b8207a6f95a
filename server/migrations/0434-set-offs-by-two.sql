-- formerly 147e24eb1494c4df3a547b742fc361b54de212823086a38e4ccf325e8d219d9a
-- Tax is set off by two persons, as it is paid over: one orders it, another agrees, and then the case takes the
-- act. Set off wrongly, it is taken back by somebody other than who ordered it: by an act of its own, and in red.

create table tax_set_off_order (
  institution_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  plan_seq integer not null,
  line smallint not null,
  attempt smallint not null,
  batch_id uuid not null,
  number integer not null,
  -- In which the payment was made: it is that month of which less is owed.
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  amount_fen bigint not null check (amount_fen > 0),
  document text not null check (length(document) between 1 and 200),
  state text not null check (state in ('made', 'settled', 'refused', 'cancelled', 'reversed')),
  remark text check (length(remark) between 1 and 500),
  made_by uuid not null,
  made_name text not null,
  made_on ledger_day not null,
  -- Whoever ordered it does not agree to it. None of what was set off before two were asked.
  decided_by uuid check (decided_by <> made_by),
  decided_name text,
  decided_on date,
  -- The act by which the case took it, and whether more of its month was paid over by then than stands.
  act_seq integer,
  is_claim boolean,
  -- Whoever ordered it does not take it back either.
  reversed_by uuid check (reversed_by <> made_by),
  reversed_name text,
  reversed_on date,
  reversed_for text check (length(reversed_for) between 1 and 500),
  dated_on text not null generated always as (made_on) stored,
  primary key (institution_id, id),
  foreign key (institution_id, case_id, plan_seq, line, attempt)
    references payment_order (institution_id, case_id, plan_seq, line, attempt),
  check ((state in ('settled', 'reversed')) = (act_seq is not null and is_claim is not null)),
  check ((state = 'reversed') = (reversed_on is not null and reversed_by is not null))
);

select tenant_table('tax_set_off_order', 'tax of payments whose distribution was reversed that is to be set off: who ordered it, agreed and took it back');

select closed_with_its_case('tax_set_off_order');

create index tax_set_off_order_newest on tax_set_off_order (institution_id, dated_on desc, id desc);

create index tax_set_off_order_by_payment
  on tax_set_off_order (institution_id, case_id, plan_seq, line, attempt);

grant select, insert (institution_id, id, case_id, plan_seq, line, attempt, batch_id, number, month, amount_fen,
  document, state, remark, made_by, made_name, made_on, decided_by, decided_name, decided_on, act_seq, is_claim,
  reversed_by, reversed_name, reversed_on, reversed_for), update (state, remark, decided_by, decided_name,
  decided_on, act_seq, is_claim, reversed_by, reversed_name, reversed_on, reversed_for)
  on tax_set_off_order to yizhuan_app;

-- What takes a line back is a line of its own, below nought: the sum of all is what is set off.
alter table tax_set_off drop constraint tax_set_off_amount_fen_check;

alter table tax_set_off
  add column takes_back integer,
  add constraint tax_set_off_amount check (amount_fen <> 0),
  add constraint tax_set_off_takes_back check ((takes_back is not null) = (amount_fen < 0)),
  add constraint tax_set_off_of_a_line foreign key (institution_id, case_id, takes_back)
    references tax_set_off (institution_id, case_id, act_seq);

create unique index tax_set_off_taken_back_once on tax_set_off (institution_id, case_id, takes_back)
  where takes_back is not null;

-- What was set off before has an order as well, so that it can be taken back.
alter table tax_set_off no force row level security;

alter table payment_order no force row level security;

alter table tax_set_off_order no force row level security;

insert into tax_set_off_order (institution_id, id, case_id, plan_seq, line, attempt, batch_id, number, month,
  amount_fen, document, state, made_by, made_name, made_on, act_seq, is_claim)
select off.institution_id, gen_random_uuid(), off.case_id, off.plan_seq, off.line, off.attempt, one.batch_id,
  one.number, off.month, off.amount_fen, off.document, 'settled', off.made_by, off.made_name, off.on_day::text,
  off.act_seq, off.is_claim
from tax_set_off as off
join payment_order as one on one.institution_id = off.institution_id and one.case_id = off.case_id
  and one.plan_seq = off.plan_seq and one.line = off.line and one.attempt = off.attempt;

alter table tax_set_off force row level security;

alter table payment_order force row level security;

alter table tax_set_off_order force row level security;
