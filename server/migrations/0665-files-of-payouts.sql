-- What the bank or the payroll said of payments names people, their money and their accounts: it is for those who
-- read batches, and for whoever stored the same bytes. A hash may be seen where the file must not be.

create index payout_proof_by_file on payout_proof (institution_id, (file ->> 'sha256'))
  where file is not null;

-- The roles are those of payout.access.ts.
create function file_of_others_payout(sought text) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  caller uuid := nullif(current_setting('app.person', true), '')::uuid;
  held text[] := string_to_array(coalesce(current_setting('app.roles', true), ''), ',');
  named jsonb := jsonb_build_array(jsonb_build_object('sha256', sought));
begin
  if held && array['system', 'finance', 'leaders', 'tto_negotiator', 'tto_reviewer', 'auditor']
    or not exists (
      select from payout_proof where institution_id = house and file ->> 'sha256' = sought) then
    return false;
  end if;
  return not (
    exists (
      select from file_upload
      where institution_id = house and sha256 = sought and person_id = caller)
    or exists (
      select from act where institution_id = house and entry -> 'files' @> named
        and not act_withheld(case_id, seq))
    or exists (select from paper_made where institution_id = house and sha256 = sought)
    or exists (select from paper_template where institution_id = house and sha256 = sought)
    or exists (select from record_file where institution_id = house and sha256 = sought)
    or exists (
      select from right_file
      where institution_id = house and sha256 = sought and docket_read(right_id))
    or exists (
      select from achievement where institution_id = house
        and (files @> named or jsonb_path_exists(holdings, '$[*].files[*] ? (@.sha256 == $it)',
          jsonb_build_object('it', sought)))
        and (disclosure_read(disclosed_by, inventors) or held && array['legal', 'discipline']))
    or exists (
      select from delegation where institution_id = house and letter ->> 'sha256' = sought));
end $$;
