-- A ledger may bring declarations of interests that people signed on paper.

alter table import_origin drop constraint import_origin_register_check;

alter table import_origin add constraint import_origin_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential', 'trusteeship', 'internalRule', 'spin-off', 'interest'));

alter table import_amended drop constraint import_amended_register_check;

alter table import_amended add constraint import_amended_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential', 'trusteeship', 'internalRule', 'spin-off', 'interest'));

-- Who entered what somebody had signed; none where the person declared it here.
alter table interest_declaration add column entered_by text check (length(entered_by) between 1 and 200);

-- A declaration is never changed, and taken out only with the import that brought it: the chain of its person
-- names it first.
drop trigger append_only on interest_declaration;

create trigger unchanged before update or truncate on interest_declaration
  for each statement execute function refuse_change();

drop trigger append_only on interest_item;

create trigger unchanged before update or truncate on interest_item
  for each statement execute function refuse_change();

create function declaration_withdrawn_before() returns trigger language plpgsql as $$
declare
  declaration uuid := (to_jsonb(old) ->> tg_argv[0])::uuid;
begin
  if not exists (select from interest_declaration as one join audit_entry on
      audit_entry.institution_id = one.institution_id and chain = 'interest/' || one.person_id
      and action = 'interest.withdrawn' and entry #>> '{data,declaration}' = one.id::text
    where one.institution_id = old.institution_id and one.id = declaration
      and one.entered_by is not null) then
    raise exception 'declaration % has not been withdrawn', declaration
      using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create trigger withdrawn_before before delete on interest_declaration
  for each row execute function declaration_withdrawn_before('id');

create trigger withdrawn_before before delete on interest_item
  for each row execute function declaration_withdrawn_before('declaration_id');

grant delete on interest_declaration to yizhuan_app;

grant delete on interest_item to yizhuan_app;
