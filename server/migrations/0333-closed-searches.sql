-- formerly 370274afe86c1798b89f824d0c68baf72d1361359376fd5a6c50f7948b3df7fb
-- What hangs on a closed case is found by its readers alone, as the case itself is: its contracts, receipts and
-- holding. Counting looks past the wall of rows, so it asks for the same.

-- The records of some cases, whoever asks: the tables themselves hide those of closed ones.
-- It lends itself the role in its body: to write it beside the function takes a superuser, which the owner
-- of a database need not be. An error ends the transaction, and the role with it.
create function records_of_cases(cases uuid[]) returns uuid[]
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

-- What of the search the caller may not find. A policy asks for them once in a statement.
create function documents_hidden() returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select cases || records_of_cases(cases) from cases_hidden() as cases
$$;

drop policy closed_to_others on search_document;

create policy closed_to_others on search_document as restrictive
  using (not id = any ((select documents_hidden())::uuid[]));

create or replace function search_matches(sought tsquery, said text[], kinds text[], most int)
returns table (kind text, id uuid)
language sql stable security definer rows 200 set search_path = public, pg_temp
set enable_seqscan = off set enable_indexscan = off set work_mem = '32MB' as $$
  select document.kind, document.id from search_document as document
  where document.lexemes @@ sought
    and document.institution_id::text = current_setting('app.institution', true)
    and document.kind || '' = any(kinds)
    and (said = '{}' or concat_ws(E'\n', label, title, body) like all (said))
    and not document.id = any ((select documents_hidden())::uuid[])
  limit most
$$;
