-- Every procedure is named in one style. The owner of the tables is under their row security as well,
-- so it is lifted while the rows of all institutions are renamed.
alter table transfer_case no force row level security;
alter table bulk_run no force row level security;
update transfer_case set procedure = replace(procedure, '-', '_') where procedure like '%-%';
update bulk_run set procedure = replace(procedure, '-', '_') where procedure like '%-%';
alter table transfer_case force row level security;
alter table bulk_run force row level security;
