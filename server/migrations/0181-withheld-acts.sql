-- What in a closed case is kept from people it concerns until it is decided: the places of the acts, by
-- the person. What such an act carries is left out where the case is read; its files are closed here.
alter table closed_case add column withheld jsonb not null default '{}';

grant update (withheld) on closed_case to yizhuan_app;

-- Whether an act of a case is kept from the caller.
create function act_withheld(of_case uuid, place integer) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (
    select from closed_case
    where institution_id = nullif(current_setting('app.institution', true), '')::uuid
      and case_id = of_case
      and withheld -> coalesce(current_setting('app.person', true), '') @> to_jsonb(place))
$$;

-- Whether anything of a case is: then the papers made of it by others may say it.
create function case_withheld(of_case uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (
    select from closed_case
    where institution_id = nullif(current_setting('app.institution', true), '')::uuid
      and case_id = of_case
      and jsonb_array_length(
        coalesce(withheld -> coalesce(current_setting('app.person', true), ''), '[]')) > 0)
$$;

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
    or exists (select from delegation where institution_id = house and letter ->> 'sha256' = sought));
end $$;
