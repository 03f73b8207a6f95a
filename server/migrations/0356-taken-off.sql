-- Of which contract somebody said that a receipt is not: no ledger that names its number links it there again.
alter table receipt add column taken_off uuid;

grant update (taken_off) on receipt to yizhuan_app;
