-- A ledger may bring evaluations of achievements.

alter table import_origin drop constraint import_origin_register_check;

alter table import_origin add constraint import_origin_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential', 'trusteeship', 'internalRule', 'spin-off', 'interest', 'evaluation'));

alter table import_amended drop constraint import_amended_register_check;

alter table import_amended add constraint import_amended_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential', 'trusteeship', 'internalRule', 'spin-off', 'interest', 'evaluation'));

-- An evaluation is never changed, and taken out only with the import that brought it: the chain of its
-- achievement names it first.
drop trigger append_only on achievement_evaluation;

create trigger unchanged before update or truncate on achievement_evaluation
  for each statement execute function refuse_change();

create function evaluation_withdrawn_before() returns trigger language plpgsql as $$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'achievement/' || old.achievement_id and action = 'achievement.evaluationWithdrawn'
      and entry #>> '{data,id}' = old.id::text) then
    raise exception 'evaluation % has not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create trigger withdrawn_before before delete on achievement_evaluation
  for each row execute function evaluation_withdrawn_before();

grant delete on achievement_evaluation to yizhuan_app;
