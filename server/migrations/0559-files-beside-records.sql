-- Files lie beside records now: as evidence of contracts and receipts, and with what is said of them. What hangs
-- on a closed case is closed with it, so are these; and what stands with an open record is open with that one.

create index record_file_by_hash on record_file (institution_id, sha256);

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
      select from record_file
      where institution_id = house and sha256 = sought and record_id = any (records))
    or exists (
      select from comment
      where institution_id = house and record_id = any (records) and files @> named);
  perform set_config('app.roles', callers, true);
  return is_named;
end $$;

create or replace function file_closed(sought text) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  caller uuid := nullif(current_setting('app.person', true), '')::uuid;
  hidden uuid[] := cases_hidden();
  named jsonb := jsonb_build_array(jsonb_build_object('sha256', sought));
  kept uuid[];
  unseen uuid[];
begin
  select coalesce(array_agg(case_id), '{}') into kept from closed_case
    where institution_id = house and case_withheld(case_id);
  if hidden || kept = '{}' or not file_named_in(sought, hidden || kept) then return false; end if;
  unseen := documents_hidden();
  return not (
    exists (
      select from file_upload
      where institution_id = house and sha256 = sought and person_id = caller)
    or exists (
      select from act where institution_id = house and entry -> 'files' @> named
        and not act_withheld(case_id, seq))
    or exists (
      select from paper_made where institution_id = house and sha256 = sought
        and (by_person = caller or not case_withheld(case_id)))
    or exists (select from paper_template where institution_id = house and sha256 = sought)
    or exists (select from achievement where institution_id = house and files @> named)
    or exists (select from right_file where institution_id = house and sha256 = sought)
    or exists (
      select from record_file
      where institution_id = house and sha256 = sought and not record_id = any (unseen))
    -- What its handlers say of a closed case is not for all who read that case.
    or exists (
      select from comment where institution_id = house and files @> named
        and not record_id = any (unseen)
        and not exists (
          select from closed_case
          where closed_case.institution_id = house and closed_case.case_id = comment.case_id))
    or exists (select from delegation where institution_id = house and letter ->> 'sha256' = sought));
end $$;

-- What was disclosed comes with more files: of evaluations and of what companies said, which those read who
-- decide on it, and of what is said of it, which whoever reads it whole does too.
create or replace function file_of_others_disclosure(sought text) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  caller uuid := nullif(current_setting('app.person', true), '')::uuid;
  named jsonb := jsonb_build_array(jsonb_build_object('sha256', sought));
begin
  if string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array[
      'system', 'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal', 'auditor',
      'discipline'] then
    return false;
  end if;
  if exists (
      select from file_upload
      where institution_id = house and sha256 = sought and person_id = caller) then
    return false;
  end if;
  return (
      exists (
        select from achievement where institution_id = house
          and (files @> named or jsonb_path_exists(holdings, '$[*].files[*] ? (@.sha256 == $it)',
            jsonb_build_object('it', sought))))
      or exists (
        select from achievement_evaluation where institution_id = house and files @> named)
      or exists (select from achievement_feedback where institution_id = house and files @> named)
      or exists (
        select from comment
        where institution_id = house and kind = 'achievement' and files @> named))
    and not exists (
      select from achievement where institution_id = house
        and (files @> named
          or jsonb_path_exists(holdings, '$[*].files[*] ? (@.sha256 == $it)',
            jsonb_build_object('it', sought))
          or exists (
            select from comment said
            where said.institution_id = house and said.kind = 'achievement'
              and said.record_id = achievement.id and said.files @> named))
        and disclosure_read(disclosed_by, inventors))
    and not exists (
      select from act where institution_id = house and entry -> 'files' @> named
        and not act_withheld(case_id, seq))
    and not exists (select from paper_made where institution_id = house and sha256 = sought)
    and not exists (select from paper_template where institution_id = house and sha256 = sought)
    and not exists (select from right_file where institution_id = house and sha256 = sought)
    and not exists (
      select from delegation where institution_id = house and letter ->> 'sha256' = sought);
end $$;
