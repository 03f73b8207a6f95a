-- What was disclosed is read by its inventors, the office, and those who decide on it and oversee it: so
-- are its files. A hash may be seen where the file must not be. A file that only disclosures name, none of
-- which the caller reads whole, is closed to them, unless they stored the same bytes themselves.

-- By what the caller is recognised where a disclosure names its inventors: as inventing.ts has it.
create function disclosure_read(by_author uuid, team jsonb) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  caller uuid := nullif(current_setting('app.person', true), '')::uuid;
  me record;
begin
  if by_author = caller then return true; end if;
  select name, staff_number, exists (
      select from person other where other.institution_id = house
        and other.name = person.name and other.id <> person.id) as is_shared
    into me from person where institution_id = house and id = caller;
  return exists (
    select from jsonb_to_recordset(team) as inventor(name text, "staffNo" text, person text)
    where case when inventor.person is not null then inventor.person = caller::text
      when inventor."staffNo" is not null then inventor."staffNo" = me.staff_number
      else inventor.name = me.name and not me.is_shared end);
end $$;

-- The roles are those of reading.ts; `system` is the service itself.
create function file_of_others_disclosure(sought text) returns boolean
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
  return exists (
      select from achievement where institution_id = house
        and (files @> named or jsonb_path_exists(holdings, '$[*].files[*] ? (@.sha256 == $it)',
          jsonb_build_object('it', sought))))
    and not exists (
      select from achievement where institution_id = house
        and (files @> named or jsonb_path_exists(holdings, '$[*].files[*] ? (@.sha256 == $it)',
          jsonb_build_object('it', sought)))
        and disclosure_read(disclosed_by, inventors))
    and not exists (
      select from act where institution_id = house and entry -> 'files' @> named
        and not act_withheld(case_id, seq))
    and not exists (select from paper_made where institution_id = house and sha256 = sought)
    and not exists (select from paper_template where institution_id = house and sha256 = sought)
    and not exists (
      select from delegation where institution_id = house and letter ->> 'sha256' = sought);
end $$;
