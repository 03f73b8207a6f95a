-- Patents of others, registrations of contracts, internal rules, carriers and departments are looked for with
-- everything else. Those there are stand in the search by their number until the worker has made them findable.

-- A registration hangs on the case of its contract: where that is closed, only its readers find it.
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
    select registration.id from registration
    join contract on contract.institution_id = registration.institution_id
      and contract.id = registration.contract_id
    where registration.institution_id = house and contract.case_id = any (cases)
    union all
    select id from receipt where institution_id = house and case_id = any (cases)
    union all
    select id from holding where institution_id = house and case_id = any (cases)) as record;
  perform set_config('app.roles', callers, true);
  return records;
end $$;

insert into search_document (institution_id, kind, id, label, number, title, body, edition, lexemes)
select institution_id, 'outside-patent', id, number, null, title, '', 0, ''::tsvector from outside_patent
union all
select institution_id, 'registration', id, number, null, title, '', 0, ''::tsvector from registration
union all
select institution_id, 'internalRule', id, number, null, title, '', 0, ''::tsvector from internal_rule
union all
select institution_id, 'carrier', id, null, null, name, '', 0, ''::tsvector from carrier
union all
select institution_id, 'unit', id, code, null, name, '', 0, ''::tsvector from org_unit
on conflict do nothing;

-- The people of a spin-off are found by the sound of their names as well.
update search_document set edition = 0 where kind = 'spin-off';

insert into job (institution_id, task, payload, run_at, key)
select distinct institution_id, 'search.findAnew', '{}'::jsonb, now(), 'search.findAnew'
from search_document
where kind in ('outside-patent', 'registration', 'internalRule', 'carrier', 'unit', 'spin-off')
on conflict do nothing;
