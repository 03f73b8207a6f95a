-- The register of costs: each with its voucher, which distribution deducted what of it, and what is left.

alter table cost
  add column voucher text check (length(voucher) between 1 and 500),
  -- The act that recorded the cost this one takes back.
  add column withdraws integer;

update cost set voucher = coalesce(act.entry -> 'data' ->> 'voucher', act.entry -> 'data' ->> 'cost')
from act
where act.institution_id = cost.institution_id and act.case_id = cost.case_id and act.seq = cost.seq;

create table cost_deduction (
  institution_id uuid not null,
  case_id uuid not null,
  -- The act that recorded the cost, and the payout that took it, or the reversal that gave it back.
  cost_seq integer not null,
  seq integer not null,
  on_day date not null,
  amount_fen bigint not null check (amount_fen <> 0),
  -- Whether the law deducts such a cost from income; a payout takes others along without effect.
  counts boolean not null,
  primary key (institution_id, case_id, cost_seq, seq),
  foreign key (institution_id, case_id, cost_seq) references cost (institution_id, case_id, seq)
);

select tenant_table('cost_deduction', 'what payouts deducted of the costs of a deal; a reversal stands below zero');

select append_only('cost_deduction');

select closed_with_its_case('cost_deduction');

create index cost_by_day on cost (institution_id, incurred_on desc, case_id desc, seq desc);

grant select, insert on cost_deduction to yizhuan_app;
