-- Cases that only some may read. Who is none of them does not see that there is one: neither its line
-- nor its record nor anything that is told of it, by whatever query. The service itself sees all.

create table closed_case (
  institution_id uuid not null,
  case_id uuid not null,
  reader_roles text[] not null,
  reader_people uuid[] not null,
  primary key (institution_id, case_id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('closed_case', 'cases that only some may read, and who they are');

grant select, insert, update (reader_roles, reader_people) on closed_case to yizhuan_app;

-- The closed cases that the caller may not read. A policy asks for them once in a statement.
create function cases_hidden() returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(case_id), '{}') from closed_case
  where institution_id = nullif(current_setting('app.institution', true), '')::uuid
    and not reader_roles || array['system'] &&
      string_to_array(coalesce(current_setting('app.roles', true), ''), ',')
    and not coalesce(
      nullif(current_setting('app.person', true), '')::uuid = any(reader_people), false)
$$;

create policy closed_to_others on transfer_case as restrictive
  using (not id = any ((select cases_hidden())::uuid[]));

create policy closed_to_others on search_document as restrictive
  using (kind <> 'case' or not id = any ((select cases_hidden())::uuid[]));

-- For a tenant table whose rows belong to a case, also one where they need not.
create function closed_with_its_case(target regclass) returns void language plpgsql as $$
begin
  execute format('create policy closed_to_others on %s as restrictive '
    'using (case_id is null or not case_id = any ((select cases_hidden())::uuid[]))', target);
end $$;

select closed_with_its_case(target::regclass) from unnest(array['act', 'bulk_item', 'case_due',
  'case_law', 'case_next', 'case_officer', 'case_presence', 'contract', 'cost', 'notification',
  'objection', 'paper_made', 'payout', 'plan_line', 'receipt']) as target;
