-- What hangs on a closed case is found by its readers alone, as the case itself is: its contracts, receipts and
-- holding. Counting looks past the wall of rows, so it asks for the same.

-- The records of some cases, whoever asks: the tables themselves hide those of closed ones.
create function records_of_cases(cases uuid[]) returns uuid[]
language sql stable set search_path = public, pg_temp set app.roles = 'system' as $$
  select case when cases = '{}' then '{}'::uuid[] else (
    select coalesce(array_agg(id), '{}') from (
      select id from contract
      where institution_id = nullif(current_setting('app.institution', true), '')::uuid and case_id = any(cases)
      union all
      select id from receipt
      where institution_id = nullif(current_setting('app.institution', true), '')::uuid and case_id = any(cases)
      union all
      select id from holding
      where institution_id = nullif(current_setting('app.institution', true), '')::uuid and case_id = any(cases)
    ) as record) end
$$;

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
