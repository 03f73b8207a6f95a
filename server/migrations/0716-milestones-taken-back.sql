-- A milestone that was marked as reached by mistake is taken back by a line of its own, and may be reached later.
alter table milestone_reached
  add column nth integer not null default 1 check (nth >= 1),
  drop constraint milestone_reached_pkey,
  add primary key (institution_id, contract_id, term, nth);

create table milestone_taken_back (
  institution_id uuid not null,
  contract_id uuid not null,
  term text not null,
  nth integer not null,
  reason text not null check (length(reason) between 1 and 500),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, contract_id, term, nth),
  foreign key (institution_id, contract_id, term, nth)
    references milestone_reached (institution_id, contract_id, term, nth)
);

select tenant_table('milestone_taken_back', 'milestones that were marked as reached by mistake, and why they were taken back; each also in the chain of its contract');

select append_only('milestone_taken_back');

grant select, insert on milestone_taken_back to yizhuan_app;

-- The end of a contract that was recorded by mistake is taken back by a version of the terms.
alter table payment_terms
  drop constraint payment_terms_kind_check,
  add constraint payment_terms_kind_check check (kind in ('agreed', 'amended', 'ended', 'resumed'));
