-- A royalty statement is one thing, said on the page of the contract or by an act of its case: the act leads to the
-- same receivable.
alter table royalty_statement
  add column case_id uuid,
  add column seq integer,
  add check ((case_id is null) = (seq is null));

select closed_with_its_case('royalty_statement');
