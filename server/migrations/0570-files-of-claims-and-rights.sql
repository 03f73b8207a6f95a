-- Papers of a right are for those who read its docket, papers of a claim on a patent of others for the office that
-- makes it. A hash may be seen where the file must not be. A file that only such records name, none of which the
-- caller reads, is closed to them, unless they stored the same bytes themselves.

create index outside_claim_files on outside_claim using gin (files jsonb_path_ops);
create index outside_claim_end_files on outside_claim_end using gin (files jsonb_path_ops);

-- The roles and the people are those of docket.access.ts.
create function docket_read(sought_right uuid) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  caller uuid := nullif(current_setting('app.person', true), '')::uuid;
begin
  return string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array[
      'system', 'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'auditor']
    or exists (
      select from ip_right
      join account on account.institution_id = house and account.person_id = caller
      where ip_right.institution_id = house and ip_right.id = sought_right
        and account.name = any (ip_right.inventors))
    or exists (
      select from right_deadline
      where institution_id = house and right_id = sought_right and person_id = caller
        and state = 'open');
end $$;

create function file_of_others_docket(sought text) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  caller uuid := nullif(current_setting('app.person', true), '')::uuid;
  held text[] := string_to_array(coalesce(current_setting('app.roles', true), ''), ',');
  named jsonb := jsonb_build_array(jsonb_build_object('sha256', sought));
  claimed boolean;
begin
  claimed := exists (
      select from outside_claim where institution_id = house and files @> named)
    or exists (select from outside_claim_end where institution_id = house and files @> named);
  if not claimed and not exists (
      select from right_file where institution_id = house and sha256 = sought) then
    return false;
  end if;
  return not (
    -- The roles are those of finding.access.ts.
    (claimed and held && array['system', 'tto_negotiator', 'tto_reviewer'])
    or exists (
      select from right_file
      where institution_id = house and sha256 = sought and docket_read(right_id))
    or exists (
      select from file_upload
      where institution_id = house and sha256 = sought and person_id = caller)
    or exists (
      select from act where institution_id = house and entry -> 'files' @> named
        and not act_withheld(case_id, seq))
    or exists (select from paper_made where institution_id = house and sha256 = sought)
    or exists (select from paper_template where institution_id = house and sha256 = sought)
    or exists (select from record_file where institution_id = house and sha256 = sought)
    or exists (
      select from achievement where institution_id = house
        and (files @> named or jsonb_path_exists(holdings, '$[*].files[*] ? (@.sha256 == $it)',
          jsonb_build_object('it', sought)))
        and (disclosure_read(disclosed_by, inventors)
          or held && array['system', 'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal',
            'auditor', 'discipline']))
    or exists (
      select from delegation where institution_id = house and letter ->> 'sha256' = sought));
end $$;
