-- Evidence that stands with a record of a register: the signed text of a contract, the slip of a receipt.
-- A file that was filed by mistake is taken off with a reason and stays readable.

create table record_file (
  institution_id uuid not null,
  id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  record_id uuid not null,
  sha256 text not null,
  name text not null check (length(name) between 1 and 255),
  size integer not null check (size > 0),
  note text check (length(note) between 1 and 500),
  added_at timestamptz not null,
  added_by uuid not null,
  added_name text not null,
  taken_off_at timestamptz,
  taken_off_name text,
  taken_off_reason text,
  primary key (institution_id, id),
  foreign key (institution_id, sha256) references file (institution_id, sha256),
  check ((taken_off_at is null) = (taken_off_name is null)
    and (taken_off_at is null) = (taken_off_reason is null))
);

select tenant_table('record_file', 'evidence filed with a record of a register');

create index record_file_by_record on record_file (institution_id, kind, record_id, added_at);

grant select, insert, update (taken_off_at, taken_off_name, taken_off_reason)
  on record_file to yizhuan_app;
