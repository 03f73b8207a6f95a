-- A ledger may bring who works in a house: its units, its people, and their posts.

-- What a house calls a unit in its own systems: by it a list of units is known again when a name changes.
alter table org_unit
  add column code text check (length(code) between 1 and 40),
  add constraint org_unit_code_once unique (institution_id, code);

grant update (code) on org_unit to yizhuan_app;

alter table import_origin drop constraint import_origin_register_check;

alter table import_origin add constraint import_origin_register_check check (register in
  ('achievement', 'right', 'contract', 'receipt', 'unit', 'person', 'post'));

alter table import_amended drop constraint import_amended_register_check;

alter table import_amended add constraint import_amended_register_check check (register in
  ('achievement', 'right', 'contract', 'receipt', 'unit', 'person', 'post'));

-- An import that is taken back takes them out again, and only after their chains have said so.
create trigger withdrawn_before before delete on org_unit
  for each row execute function withdrawn_before('unit');

create trigger withdrawn_before before delete on person
  for each row execute function withdrawn_before('person');

-- A post has no chain of its own: that of its person names it.
create function post_withdrawn_before() returns trigger language plpgsql as $$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'person/' || old.person_id and action = 'person.appointmentWithdrawn'
      and entry #>> '{data,post}' = old.id::text) then
    raise exception 'post % has not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create trigger withdrawn_before before delete on post
  for each row execute function post_withdrawn_before();

grant delete on org_unit to yizhuan_app;

grant delete on person to yizhuan_app;

grant delete on post to yizhuan_app;
