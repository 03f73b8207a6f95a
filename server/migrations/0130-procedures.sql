-- A case follows one procedure; those there were are transfers.
alter table transfer_case add column procedure text not null default 'transfer';
alter table transfer_case alter column procedure drop default;
create index transfer_case_by_procedure on transfer_case (institution_id, procedure, number desc);

alter table public_notice drop constraint if exists public_notice_kind_check;
alter table public_notice add constraint public_notice_kind_check
  check (kind in ('deal', 'plan', 'change', 'empowerment', 'use_first', 'abandonment', 'rectification'));
