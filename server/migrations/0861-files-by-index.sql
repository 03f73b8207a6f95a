-- A file that no record names is for whoever stored it, and for nobody else who knows its hash. And whoever asks for
-- a file is answered by an index: that one column contains something is no question row security lets an index
-- answer first, so every row of the house was looked at.

create table file_naming (
  institution_id uuid not null,
  sha256 text not null,
  place text not null check (length(place) between 1 and 60),
  record uuid not null,
  primary key (institution_id, sha256, place, record)
);

select tenant_table('file_naming', 'which records of the large tables name a file, or did: kept by their triggers');

grant select, insert on file_naming to yizhuan_app;

-- Keeps the names of a table: the key of its rows, and what gives their hashes. A name stays where the record
-- gives it up: who reads the record reads in its history what it named.
create function names_files(target text, record text, hashes text, names_any text, may_change boolean)
returns void language plpgsql as $$
declare
  filling text := 'insert into file_naming (institution_id, sha256, place, record) '
    || 'select distinct institution_id, each.named_sha256, ' || quote_literal(target) || ', ' || record
    || ' from %s as named cross join lateral (' || hashes || ') as each (named_sha256) where ' || names_any
    || ' and each.named_sha256 is not null on conflict do nothing';
begin
  execute format('create function name_files_of_%s() returns trigger language plpgsql as %L', target,
    'begin ' || replace(filling, '%s', 'new_rows') || '; return null; end');
  execute format('create trigger names_files after insert on %I referencing new table as new_rows '
    'for each statement execute function name_files_of_%s()', target, target);
  -- However its rows come in.
  execute format('alter table %I enable always trigger names_files', target);
  if may_change then
    execute format('create trigger names_files_anew after update on %I referencing new table as new_rows '
      'for each statement execute function name_files_of_%s()', target, target);
  end if;
  execute replace(filling, '%s', quote_ident(target));
end $$;

do $$
declare
  of_list text := 'select one ->> ''sha256'' from jsonb_array_elements(files) as one';
  one_file text := 'select file ->> ''sha256''';
begin
  perform names_files('act', 'case_id',
    'select one ->> ''sha256'' from jsonb_array_elements(entry -> ''files'') as one',
    'jsonb_typeof(entry -> ''files'') = ''array''', false);
  perform names_files('achievement', 'id',
    'select one #>> ''{}'' from jsonb_path_query(files, ''$[*].sha256'') as one union all '
    'select one #>> ''{}'' from jsonb_path_query(holdings, ''$[*].files[*].sha256'') as one',
    '(files <> ''[]'' or holdings <> ''[]'')', true);
  perform names_files('comment', 'id', of_list, 'files <> ''[]''', true);
  perform names_files('project_entry', 'id', of_list, 'files <> ''[]''', false);
  perform names_files('achievement_evaluation', 'id', of_list, 'files <> ''[]''', true);
  perform names_files('invoice', 'id', of_list, 'files <> ''[]''', true);
  perform names_files('payment_terms', 'contract_id', of_list, 'files <> ''[]''', false);
  perform names_files('royalty_statement', 'id', of_list, 'files <> ''[]''', false);
  perform names_files('registration_event', 'registration_id', of_list, 'files <> ''[]''', false);
  perform names_files('asset_cost', 'id', of_list, 'files <> ''[]''', false);
  perform names_files('fund_entry', 'fund_id', of_list, 'files <> ''[]''', false);
  perform names_files('person_credential', 'id', one_file, 'file is not null', false);
  perform names_files('payout_proof', 'id', one_file, 'file is not null', true);
end $$;

drop function names_files(text, text, text, text, boolean);

create index paper_made_by_file on paper_made (institution_id, sha256);

create or replace function file_places(sought text, named jsonb, house uuid, caller uuid, held text[])
returns table (by_role boolean, is_theirs boolean, is_hidden boolean)
language sql stable as $$
  -- Where everybody of the house reads what they see.
  select true, false, act_withheld(case_id, seq) from act
    where institution_id = house and case_id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'act')
      and entry -> 'files' @> named
  union all
  select true, false, by_person <> caller and case_withheld(case_id) from paper_made
    where institution_id = house and sha256 = sought
  union all
  select true, false, false from paper_template where institution_id = house and sha256 = sought
  union all
  select true, false, false from policy_text where institution_id = house and file_sha256 = sought
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
    where institution_id = house and kind <> 'achievement' and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'comment')
  union all
  -- What was disclosed, and what comes beside it.
  select held && file_readers('achievement'), disclosure_read(disclosed_by, inventors), false
    from achievement
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'achievement')
  union all
  select held && file_readers('achievement'), exists (
      select from achievement
      where achievement.institution_id = house and achievement.id = comment.record_id
        and disclosure_read(disclosed_by, inventors)), false
    from comment
    where institution_id = house and kind = 'achievement' and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'comment')
  union all
  select held && file_readers('achievement_evaluation'), false, false from achievement_evaluation
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'achievement_evaluation')
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
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'project_entry')
  union all
  select held && file_readers('person_credential'), person_id = caller, false from person_credential
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'person_credential')
  union all
  -- Mail is for whoever brought it and the office; of a closed case, once filed with it, for its readers.
  select held && file_readers('letter'), brought_by = caller,
      coalesce(record_id = any (documents_hidden()), false)
    from letter
    where institution_id = house and (sha256 = sought or files @> named)
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
    where institution_id = house and contract_id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'payment_terms')
      and files @> named
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
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'royalty_statement')
  union all
  select held && file_readers('royalty_audit'), false, contract_id = any (documents_hidden())
    from royalty_audit
    where institution_id = house and files @> named
  union all
  select held && file_readers('invoice'), false, contract_id = any (documents_hidden()) from invoice
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'invoice')
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
    where institution_id = house and registration_id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'registration_event')
      and files @> named
  union all
  select held && file_readers('income_verification'), false, registration_hidden(registration_id)
    from income_verification
    where institution_id = house and files @> named
  union all
  -- Money, companies and what others keep for the house.
  select held && file_readers('payout_proof'), false, false from payout_proof
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'payout_proof')
  union all
  select held && file_readers('tax_remittance'), false, false from tax_remittance
    where institution_id = house and files @> named
  union all
  select held && file_readers('asset_cost'), false, false from asset_cost
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'asset_cost')
  union all
  select held && file_readers('fund'), false, false from fund
    where institution_id = house and files @> named
  union all
  select held && file_readers('fund_entry'), false, false from fund_entry
    where institution_id = house and fund_id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'fund_entry')
      and files @> named
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

-- A file that the caller reads by no record, and did not store. The service itself reads all.
create or replace function file_of_others(sought text) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
begin
  if 'system' = any (string_to_array(coalesce(current_setting('app.roles', true), ''), ',')) then
    return false;
  end if;
  return not file_read(sought);
end $$;
