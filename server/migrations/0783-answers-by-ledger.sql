-- A ledger may bring what inventors said on paper when stock was taken.

alter table import_origin drop constraint import_origin_register_check;

alter table import_origin add constraint import_origin_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential', 'trusteeship', 'internalRule', 'spin-off', 'interest', 'evaluation', 'stockAnswer'));

alter table import_amended drop constraint import_amended_register_check;

alter table import_amended add constraint import_amended_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential', 'trusteeship', 'internalRule', 'spin-off', 'interest', 'evaluation', 'stockAnswer'));

-- Who entered what somebody had said on paper; none where the inventor said it here.
alter table stocktaking_answer add column entered_by text check (length(entered_by) between 1 and 200);

-- An answer is never changed, and taken out only with the import that brought it, while its campaign runs: the
-- chain of the campaign names it first.
drop trigger append_only on stocktaking_answer;

create trigger unchanged before update or truncate on stocktaking_answer
  for each statement execute function refuse_change();

create function answer_withdrawn_before() returns trigger language plpgsql as $$
begin
  if old.entered_by is null or not exists (select from audit_entry
      where institution_id = old.institution_id and chain = 'stocktaking/' || old.stocktaking_id
        and action = 'stocktaking.answerWithdrawn' and entry #>> '{data,answer}' = old.id::text)
    or not exists (select from stocktaking where institution_id = old.institution_id
      and id = old.stocktaking_id and state = 'open') then
    raise exception 'answer % has not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create trigger withdrawn_before before delete on stocktaking_answer
  for each row execute function answer_withdrawn_before();

grant delete on stocktaking_answer to yizhuan_app;
