-- Electronic signatures in the files of contracts: what a check found of each file, on which day, is kept as it was
-- found. Whose certificates are trusted each institution says for itself.

create table trusted_authority (
  institution_id uuid not null references institution (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  pem text not null check (length(pem) between 1 and 20000),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  subject text not null,
  issuer text not null,
  serial text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  entered_name text not null,
  retired_at timestamptz,
  retired_name text,
  retired_reason text check (length(retired_reason) between 1 and 500),
  primary key (institution_id, id),
  check ((retired_at is null) = (retired_name is null)
    and (retired_at is null) = (retired_reason is null))
);

select tenant_table('trusted_authority', 'certification authorities whose certificates an institution trusts');

-- An authority is trusted once; one that was retired can be entered anew.
create unique index trusted_authority_once on trusted_authority (institution_id, fingerprint)
  where retired_at is null;

grant select, insert, update (retired_at, retired_name, retired_reason)
  on trusted_authority to yizhuan_app;

create table signature_check (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  sha256 text not null,
  name text not null check (length(name) between 1 and 255),
  size integer not null check (size > 0),
  state text not null check (state in ('trusted', 'unknownIssuer', 'outOfTerm', 'notWhole', 'notChecked',
    'broken', 'none', 'notPdf')),
  signatures jsonb not null,
  checked_at timestamptz not null,
  checked_by uuid not null,
  checked_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, contract_id) references contract (institution_id, id),
  foreign key (institution_id, sha256) references file (institution_id, sha256)
);

select tenant_table('signature_check', 'what was found of the signatures in a file of a contract; each also in the chain of its contract');

select append_only('signature_check');

create policy closed_to_others on signature_check as restrictive
  using (not contract_id = any ((select documents_hidden())::uuid[]));

create index signature_check_by_contract on signature_check (institution_id, contract_id, checked_at);
create index signature_check_by_file on signature_check (institution_id, sha256);

grant select, insert on signature_check to yizhuan_app;

-- Whoever reads the contract reads the file that was checked.

create or replace function file_readers(place text) returns text[] language sql immutable as $$
  select array['system'] || case
    when place = 'person_credential' then array['admin', 'tto_reviewer', 'auditor', 'discipline']
    when place = 'tax_remittance' then array['finance', 'leaders', 'auditor']
    when place in ('outside_claim', 'outside_claim_end') then array['tto_negotiator', 'tto_reviewer']
    when place in ('right_file', 'payout_proof', 'fee_receipt_list') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'auditor']
    when place in ('achievement', 'achievement_evaluation', 'achievement_feedback', 'asset_cost', 'fund',
      'fund_entry', 'grant_bonus', 'grant_bonus_payment', 'project_entry') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal', 'discipline', 'auditor']
    when place in ('spin_off', 'trusteeship') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal', 'discipline', 'auditor',
      'platform_company']
    when place in ('income_verification', 'invoice', 'milestone_reached', 'obligation', 'payment_terms', 'record_file',
      'registration_event', 'royalty_audit', 'royalty_statement', 'signature_check', 'tax_answer',
      'write_off_proposal') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal', 'discipline', 'auditor',
      'admin', 'platform_company']
  end
$$;

create or replace function file_places(sought text, named jsonb, house uuid, caller uuid, held text[])
returns table (by_role boolean, is_theirs boolean, is_hidden boolean)
language sql stable as $$
  -- Where everybody of the house reads what they see.
  select true, false, act_withheld(case_id, seq) from act
    where institution_id = house and entry -> 'files' @> named
  union all
  select true, false, by_person <> caller and case_withheld(case_id) from paper_made
    where institution_id = house and sha256 = sought
  union all
  select true, false, false from paper_template where institution_id = house and sha256 = sought
  union all
  select true, false, false from delegation
    where institution_id = house and letter ->> 'sha256' = sought
  union all
  select true, false, false from internal_rule
    where institution_id = house and file ->> 'sha256' = sought
  union all
  select true, false, false from distribution_rule
    where institution_id = house and file ->> 'sha256' = sought
  union all
  select true, false, false from own_rule
    where institution_id = house and basis_file ->> 'sha256' = sought
  union all
  select true, false, false from institution_standing
    where institution_id = house and file ->> 'sha256' = sought
  union all
  -- What its handlers say of a closed case is not for all who read that case.
  select true, false, record_id = any (documents_hidden())
      or exists (
        select from closed_case
        where closed_case.institution_id = house and closed_case.case_id = comment.case_id)
    from comment
    where institution_id = house and kind <> 'achievement' and files @> named
  union all
  -- What was disclosed, and what comes beside it.
  select held && file_readers('achievement'), disclosure_read(disclosed_by, inventors), false
    from achievement
    where institution_id = house
      and (files @> named or jsonb_path_exists(holdings, '$[*].files[*] ? (@.sha256 == $it)',
        jsonb_build_object('it', sought)))
  union all
  select held && file_readers('achievement'), exists (
      select from achievement
      where achievement.institution_id = house and achievement.id = comment.record_id
        and disclosure_read(disclosed_by, inventors)), false
    from comment
    where institution_id = house and kind = 'achievement' and files @> named
  union all
  select held && file_readers('achievement_evaluation'), false, false from achievement_evaluation
    where institution_id = house and files @> named
  union all
  select held && file_readers('achievement_feedback'), false, false from achievement_feedback
    where institution_id = house and files @> named
  union all
  select held && file_readers('project_entry'), exists (
      select from project
      where project.institution_id = house and project.id = project_entry.project_id
        and project.leader_person = caller)
      or exists (
        select from project_entry as own
        where own.institution_id = house and own.project_id = project_entry.project_id
          and own.person_id = caller), false
    from project_entry
    where institution_id = house and files @> named
  union all
  select held && file_readers('person_credential'), person_id = caller, false from person_credential
    where institution_id = house and file ->> 'sha256' = sought
  union all
  -- Rights, and patents of others.
  select held && file_readers('right_file'), docket_read(right_id), false from right_file
    where institution_id = house and sha256 = sought
  union all
  select held && file_readers('fee_receipt_list'), false, false from fee_receipt_list
    where institution_id = house and sha256 = sought
  union all
  select held && file_readers('outside_claim'), false, false from outside_claim
    where institution_id = house and files @> named
  union all
  select held && file_readers('outside_claim_end'), false, false from outside_claim_end
    where institution_id = house and files @> named
  union all
  -- What hangs on a contract or a receipt is hidden with it.
  select held && file_readers('record_file'), false, record_id = any (documents_hidden())
    from record_file
    where institution_id = house and sha256 = sought
  union all
  select held && file_readers('signature_check'), false, contract_id = any (documents_hidden())
    from signature_check
    where institution_id = house and sha256 = sought
  union all
  select held && file_readers('payment_terms'), false, contract_id = any (documents_hidden())
    from payment_terms
    where institution_id = house and files @> named
  union all
  select held && file_readers('milestone_reached'), false, contract_id = any (documents_hidden())
    from milestone_reached
    where institution_id = house and files @> named
  union all
  select held && file_readers('obligation'), false, contract_id = any (documents_hidden())
    from obligation
    where institution_id = house and files @> named
  union all
  select held && file_readers('royalty_statement'), false, contract_id = any (documents_hidden())
    from royalty_statement
    where institution_id = house and files @> named
  union all
  select held && file_readers('royalty_audit'), false, contract_id = any (documents_hidden())
    from royalty_audit
    where institution_id = house and files @> named
  union all
  select held && file_readers('invoice'), false, contract_id = any (documents_hidden()) from invoice
    where institution_id = house and files @> named
  union all
  select held && file_readers('tax_answer'), false, contract_id = any (documents_hidden())
    from tax_answer
    where institution_id = house and files @> named
  union all
  select held && file_readers('write_off_proposal'), false, exists (
      select from receivable
      where receivable.institution_id = house and receivable.id = write_off_proposal.receivable_id
        and receivable.contract_id = any (documents_hidden()))
    from write_off_proposal
    where institution_id = house and files @> named
  union all
  select held && file_readers('registration_event'), false, registration_hidden(registration_id)
    from registration_event
    where institution_id = house and files @> named
  union all
  select held && file_readers('income_verification'), false, registration_hidden(registration_id)
    from income_verification
    where institution_id = house and files @> named
  union all
  -- Money, companies and what others keep for the house.
  select held && file_readers('payout_proof'), false, false from payout_proof
    where institution_id = house and file ->> 'sha256' = sought
  union all
  select held && file_readers('tax_remittance'), false, false from tax_remittance
    where institution_id = house and files @> named
  union all
  select held && file_readers('asset_cost'), false, false from asset_cost
    where institution_id = house and files @> named
  union all
  select held && file_readers('fund'), false, false from fund
    where institution_id = house and files @> named
  union all
  select held && file_readers('fund_entry'), false, false from fund_entry
    where institution_id = house and files @> named
  union all
  select held && file_readers('grant_bonus'), false, false from grant_bonus
    where institution_id = house and files @> named
  union all
  select held && file_readers('grant_bonus_payment'), false, false from grant_bonus_payment
    where institution_id = house and files @> named
  union all
  select held && file_readers('spin_off'), false, false from spin_off
    where institution_id = house and files @> named
  union all
  select held && file_readers('trusteeship'), false, false from trusteeship
    where institution_id = house and files @> named
$$;

create or replace function file_named_in(sought text, cases uuid[]) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  callers text := coalesce(current_setting('app.roles', true), '');
  named jsonb := jsonb_build_array(jsonb_build_object('sha256', sought));
  records uuid[] := cases || records_of_cases(cases);
  is_named boolean;
begin
  perform set_config('app.roles', 'system', true);
  is_named := exists (
      select from act where institution_id = house and case_id = any (cases)
        and entry -> 'files' @> named)
    or exists (
      select from paper_made
      where institution_id = house and case_id = any (cases) and sha256 = sought)
    or exists (
      select from delegation
      where institution_id = house and case_id = any (cases) and letter ->> 'sha256' = sought)
    or exists (
      select from record_file
      where institution_id = house and sha256 = sought and record_id = any (records))
    or exists (
      select from signature_check
      where institution_id = house and sha256 = sought and contract_id = any (records))
    or exists (
      select from comment
      where institution_id = house and record_id = any (records) and files @> named)
    or exists (
      select from payment_terms
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from milestone_reached
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from obligation
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from royalty_statement
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from royalty_audit
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from invoice
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from tax_answer
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from write_off_proposal as one
      join receivable on receivable.institution_id = house and receivable.id = one.receivable_id
        and receivable.contract_id = any (records)
      where one.institution_id = house and one.files @> named)
    or exists (
      select from registration
      where institution_id = house and contract_id = any (records) and (
        exists (
          select from registration_event as event
          where event.institution_id = house and event.registration_id = registration.id
            and event.files @> named)
        or exists (
          select from income_verification as list
          where list.institution_id = house and list.registration_id = registration.id
            and list.files @> named)));
  perform set_config('app.roles', callers, true);
  return is_named;
end $$;
