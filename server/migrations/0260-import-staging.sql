-- A draft holds its rows as they will be written, so that confirming a large ledger need not read it
-- once more, nor hold all of it at once.

alter table import_row add column fingerprint text not null default '';

-- Errors that nobody has answered yet.
alter table import_row add column open_errors integer not null default 0;

-- The identity number of a row, sealed; a settled import no longer holds it.
alter table import_row add column id_sealed text;

alter table import_row alter column fingerprint drop default;

alter table import_row alter column open_errors drop default;

grant update (state, changes, reason, record_id, id_sealed) on import_row to yizhuan_app;
