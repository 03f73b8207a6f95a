-- A ledger may bring research projects, and who joined, left and did what in them.

alter table import_origin drop constraint import_origin_register_check;

alter table import_origin add constraint import_origin_register_check check (register in
  ('achievement', 'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry'));

alter table import_amended drop constraint import_amended_register_check;

alter table import_amended add constraint import_amended_register_check check (register in
  ('achievement', 'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry'));

create trigger withdrawn_before before delete on project
  for each row execute function withdrawn_before('project');

grant delete on project to yizhuan_app;

-- An entry is never changed, and taken out only with the import that brought it, while nobody answered or
-- cited it: the chain of its project names it first, and keeps what it said.
drop trigger append_only on project_entry;

create trigger unchanged before update or truncate on project_entry
  for each statement execute function refuse_change();

create function entry_withdrawn_before() returns trigger language plpgsql as $$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'project/' || old.project_id and action = 'project.entryWithdrawn'
      and entry #>> '{data,entry}' = old.id::text) then
    raise exception 'entry % has not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create trigger withdrawn_before before delete on project_entry
  for each row execute function entry_withdrawn_before();

grant delete on project_entry to yizhuan_app;
