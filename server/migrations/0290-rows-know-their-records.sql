-- A new row of a draft knows from the beginning what id its record will have.
alter table import_row no force row level security;

update import_row set record_id = gen_random_uuid() where state = 'new' and record_id is null;

alter table import_row force row level security;
