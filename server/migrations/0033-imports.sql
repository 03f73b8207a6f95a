-- Importing a workbook: a draft with what was read from it, what a person decided about it, and, once
-- it is confirmed, where every row went. Nothing of a draft is in a register.

create table ledger_import (
  institution_id uuid not null,
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 255),
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_size integer not null check (file_size > 0),
  state text not null check (state in ('draft', 'confirmed', 'discarded')),
  -- Rises with every decision; who confirms says which version was looked at.
  version integer not null check (version >= 1),
  as_of date not null,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamptz,
  -- The file, sealed, for as long as it may be read again; a settled import no longer holds it.
  content_sealed text,
  mapping jsonb not null,
  counts jsonb not null,
  primary key (institution_id, id)
);

select tenant_table('ledger_import', 'workbooks uploaded for import: drafts and what became of them');

create index ledger_import_newest on ledger_import (institution_id, uploaded_at desc, id desc);

create index ledger_import_by_file on ledger_import (institution_id, file_sha256);

grant select, insert, update (state, version, settled_by, settled_by_name, settled_at,
  content_sealed, mapping, counts) on ledger_import to yizhuan_app;

create table import_row (
  institution_id uuid not null,
  import_id uuid not null,
  n integer not null check (n >= 1),
  sheet text not null,
  table_name text not null,
  row integer not null check (row >= 1),
  -- By what a record is found again: its number, or what a receipt has instead of one.
  key text not null,
  title text,
  state text not null check (state in
    ('new', 'changed', 'present', 'refused', 'excluded', 'duplicate')),
  -- Whether a person decided that it goes in as it is.
  accepted boolean not null,
  -- Why it does not go in, where that is not said by its problems.
  reason jsonb,
  changes jsonb not null,
  -- The row as read, without any identity number.
  record jsonb not null,
  record_id uuid,
  errors integer not null,
  warnings integer not null,
  primary key (institution_id, import_id, n),
  foreign key (institution_id, import_id) references ledger_import (institution_id, id)
);

select tenant_table('import_row', 'the rows of an import as read, and what confirming does with each');

create index import_row_by_table on import_row (institution_id, import_id, table_name, n);

create index import_row_by_state on import_row (institution_id, import_id, state, n);

grant select, insert, delete, update (record_id) on import_row to yizhuan_app;

create table import_problem (
  institution_id uuid not null,
  import_id uuid not null,
  n integer not null check (n >= 1),
  sheet text not null,
  table_name text not null,
  row integer not null check (row >= 1),
  column_letter text not null,
  header text not null,
  field text not null,
  code text not null,
  severity text not null check (severity in ('error', 'warning')),
  -- What the cell holds; identity numbers with their middle hidden.
  raw text not null,
  other_row integer,
  message jsonb not null,
  answers jsonb not null,
  -- Who settled it, and how: kept open while null.
  settled jsonb,
  primary key (institution_id, import_id, n),
  foreign key (institution_id, import_id) references ledger_import (institution_id, id)
);

select tenant_table('import_problem', 'what a person must be told about an import, place by place');

create index import_problem_by_code on import_problem (institution_id, import_id, code, n);

grant select, insert, delete on import_problem to yizhuan_app;

create table import_decision (
  institution_id uuid not null,
  import_id uuid not null,
  seq integer not null check (seq >= 1),
  kind text not null check (kind in ('cell', 'row', 'problem')),
  sheet text not null,
  row integer not null check (row >= 1),
  column_letter text,
  code text,
  choice text not null check (choice in ('correct', 'accept', 'exclude', 'undo')),
  -- What a cell is to hold; sealed, for it may be an identity number.
  value_sealed text,
  by_person uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (institution_id, import_id, seq),
  foreign key (institution_id, import_id) references ledger_import (institution_id, id)
);

select tenant_table('import_decision', 'what people decided about an import; the latest of a place counts');

select append_only('import_decision');

grant select, insert on import_decision to yizhuan_app;

create table import_origin (
  institution_id uuid not null,
  register text not null check (register in ('achievement', 'right', 'contract', 'receipt')),
  key text not null,
  record_id uuid not null,
  -- A keyed fingerprint of the row as the file had it, before anybody corrected a cell.
  fingerprint text not null,
  import_id uuid not null,
  sheet text not null,
  row integer not null,
  primary key (institution_id, register, key),
  foreign key (institution_id, import_id) references ledger_import (institution_id, id)
);

select tenant_table('import_origin', 'from which row of which import a record came or was last changed');

create index import_origin_by_fingerprint on import_origin (institution_id, register, fingerprint);

create index import_origin_by_record on import_origin (institution_id, record_id);

grant select, insert, update (record_id, fingerprint, import_id, sheet, row)
  on import_origin to yizhuan_app;

create table import_progress (
  institution_id uuid not null,
  import_id uuid not null,
  phase text not null,
  done integer not null,
  total integer not null,
  at timestamptz not null,
  primary key (institution_id, import_id)
);

select tenant_table('import_progress', 'how far the confirmation of an import is, while it runs');

grant select, insert, update (phase, done, total, at), delete on import_progress to yizhuan_app;

-- What a ledger names and may not be in the register yet; linked as soon as it is.
alter table ip_right add column ledger_achievement text
  check (length(ledger_achievement) between 1 and 60);

alter table contract add column ledger_achievements text[] not null default '{}';

grant insert (ledger_achievement), update (ledger_achievement) on ip_right to yizhuan_app;

grant insert (ledger_achievements), update (ledger_achievements) on contract to yizhuan_app;

create index ip_right_to_link on ip_right (institution_id, ledger_achievement)
  where achievement_id is null and ledger_achievement is not null;

create index receipt_to_link on receipt (institution_id, contract_number)
  where contract_id is null and contract_number is not null;

-- A contract may also be signed and never come into force.
alter table contract drop constraint contract_status_check;

alter table contract add constraint contract_status_check
  check (status in ('performing', 'completed', 'terminated', 'not_effective'));
