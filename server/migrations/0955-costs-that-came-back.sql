-- What came back of a cost after a payout deducted it: shared out like a receipt, and known in the register of costs.
-- Its voucher frees nothing: what others bear of a cost nobody deducts.

create table cost_reimbursement (
  institution_id uuid not null,
  case_id uuid not null,
  -- The act that recorded the cost, and the one that recorded what came back or took that back.
  cost_seq integer not null,
  seq integer not null,
  on_day date not null,
  amount_fen bigint not null check (amount_fen <> 0),
  voucher text not null check (length(voucher) between 1 and 500),
  reason text not null,
  primary key (institution_id, case_id, seq),
  foreign key (institution_id, case_id, cost_seq) references cost (institution_id, case_id, seq)
);

select tenant_table('cost_reimbursement', 'what came back of costs that payouts deducted; what is taken back stands below zero');

select append_only('cost_reimbursement');

select closed_with_its_case('cost_reimbursement');

create index cost_reimbursement_of on cost_reimbursement (institution_id, case_id, cost_seq);

grant select, insert on cost_reimbursement to yizhuan_app;

-- What came back of costs under some vouchers, of the whole house: what a fee may be deducted of is asked across cases.
create function costs_came_back(house uuid, keys text[]) returns table (key text, fen numeric)
language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
begin
  perform set_config('app.roles', 'system', true);
  return query
    select voucher_key(cost.voucher), sum(back.amount_fen)
    from cost_reimbursement as back
    join cost on cost.institution_id = back.institution_id and cost.case_id = back.case_id
      and cost.seq = back.cost_seq
    where back.institution_id = house and voucher_key(cost.voucher) = any (keys)
    group by 1;
  perform set_config('app.roles', callers, true);
end $$;
