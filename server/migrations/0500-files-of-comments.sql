-- What is said of a record may carry files. It is reworded by its words alone, so its files stay what they
-- were; what is said of a closed case is closed with it, and so are the files that came with it.

alter table comment add column files jsonb not null default '[]'
  check (jsonb_typeof(files) = 'array');

create or replace function file_named_in(sought text, cases uuid[]) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  callers text := coalesce(current_setting('app.roles', true), '');
  named jsonb := jsonb_build_array(jsonb_build_object('sha256', sought));
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
      select from comment
      where institution_id = house and kind = 'case' and case_id = any (cases)
        and files @> named);
  perform set_config('app.roles', callers, true);
  return is_named;
end $$;

-- A file is open as well where something that is said of an open record came with it.
create or replace function file_closed(sought text) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  caller uuid := nullif(current_setting('app.person', true), '')::uuid;
  hidden uuid[] := cases_hidden();
  named jsonb := jsonb_build_array(jsonb_build_object('sha256', sought));
  kept uuid[];
begin
  select coalesce(array_agg(case_id), '{}') into kept from closed_case
    where institution_id = house and case_withheld(case_id);
  if hidden || kept = '{}' or not file_named_in(sought, hidden || kept) then return false; end if;
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
    or exists (select from comment where institution_id = house and case_id is null and files @> named)
    or exists (select from delegation where institution_id = house and letter ->> 'sha256' = sought));
end $$;
