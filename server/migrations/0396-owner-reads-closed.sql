-- A database that ran the former wording of 0333 gets the function as it reads now.
create or replace function records_of_cases(cases uuid[]) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  callers text := coalesce(current_setting('app.roles', true), '');
  records uuid[];
begin
  if cases = '{}' then return '{}'; end if;
  perform set_config('app.roles', 'system', true);
  select coalesce(array_agg(id), '{}') into records from (
    select id from contract where institution_id = house and case_id = any (cases)
    union all
    select id from receipt where institution_id = house and case_id = any (cases)
    union all
    select id from holding where institution_id = house and case_id = any (cases)) as record;
  perform set_config('app.roles', callers, true);
  return records;
end $$;
