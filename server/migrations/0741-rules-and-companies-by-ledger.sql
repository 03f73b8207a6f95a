-- A ledger may bring the rules that a house made for itself, and the companies founded on its achievements.

alter table import_origin drop constraint import_origin_register_check;

alter table import_origin add constraint import_origin_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential', 'trusteeship', 'internalRule', 'spin-off'));

alter table import_amended drop constraint import_amended_register_check;

alter table import_amended add constraint import_amended_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential', 'trusteeship', 'internalRule', 'spin-off'));

-- An import that is taken back takes them out again, and only after their chains have said so.
create trigger withdrawn_before before delete on internal_rule
  for each row execute function withdrawn_before('internalRule');

create trigger withdrawn_before before delete on spin_off
  for each row execute function withdrawn_before('spin-off');

grant delete on internal_rule to yizhuan_app;

grant delete on spin_off to yizhuan_app;
