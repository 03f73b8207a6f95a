-- What a licence grants comes from the terms of its case, which have room for more words than a form of the
-- register asks.
alter table contract drop constraint contract_field_check;
alter table contract add constraint contract_field_check check (length(field) between 1 and 4000);
alter table contract drop constraint contract_territory_check;
alter table contract add constraint contract_territory_check check (length(territory) between 1 and 4000);
