-- A ledger may bring the carriers of a house, and the training and certificates of its people.

alter table import_origin drop constraint import_origin_register_check;

alter table import_origin add constraint import_origin_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential'));

alter table import_amended drop constraint import_amended_register_check;

alter table import_amended add constraint import_amended_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential'));

-- An import that is taken back takes them out again, and only after their chains have said so.
create trigger withdrawn_before before delete on carrier
  for each row execute function withdrawn_before('carrier');

-- A certificate has no chain of its own: that of its person names it.
create function credential_withdrawn_before() returns trigger language plpgsql as $$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'person/' || old.person_id and action = 'person.credentialWithdrawn'
      and entry #>> '{data,credential}' = old.id::text) then
    raise exception 'certificate % has not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create trigger withdrawn_before before delete on person_credential
  for each row execute function credential_withdrawn_before();

grant delete on carrier to yizhuan_app;

grant delete on person_credential to yizhuan_app;
