-- The day on which a contract ended before its time. A case that ended its contract says so; a ledger may not.

alter table contract add column terminated_on ledger_day;

grant insert (terminated_on), update (terminated_on) on contract to yizhuan_app;
