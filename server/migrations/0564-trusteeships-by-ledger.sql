-- A ledger may bring agreements of trusteeship.

alter table import_origin drop constraint import_origin_register_check;

alter table import_origin add constraint import_origin_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential', 'trusteeship'));

alter table import_amended drop constraint import_amended_register_check;

alter table import_amended add constraint import_amended_register_check check (register in ('achievement',
  'right', 'contract', 'receipt', 'unit', 'person', 'post', 'project', 'projectEntry', 'cost', 'carrier',
  'credential', 'trusteeship'));

-- An import that is taken back takes them out again, and only after their chains have said so.
create trigger withdrawn_before before delete on trusteeship
  for each row execute function withdrawn_before('trusteeship');

grant delete on trusteeship to yizhuan_app;
