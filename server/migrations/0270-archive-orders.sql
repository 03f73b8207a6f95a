-- Everything of an institution as one file: ordered by one person, approved by another, made by the
-- worker, and gone after some days. The file lies beside the files of the installation, not among them.

create table archive_order (
  institution_id uuid not null,
  id uuid not null,
  state text not null
    check (state in ('proposed', 'refused', 'waiting', 'making', 'ready', 'failed', 'expired')),
  reason text not null check (length(reason) between 1 and 500),
  ordered_by uuid not null,
  ordered_name text not null,
  ordered_at timestamptz not null,
  -- The whole institution leaves the house: nobody decides that alone.
  decided_by uuid check (decided_by <> ordered_by),
  decided_name text,
  decided_at timestamptz,
  is_sealed boolean not null,
  -- Kept until the file is made, and not a moment longer.
  passphrase_sealed text,
  done integer not null default 0 check (done >= 0),
  -- Rows and files to be written.
  of_all integer not null default 0 check (of_all >= 0),
  size bigint check (size > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  tables integer,
  row_count bigint,
  files integer,
  made_at timestamptz,
  expires_at timestamptz,
  trouble text,
  primary key (institution_id, id),
  check (state <> 'ready' or (sha256 is not null and passphrase_sealed is null)),
  check ((state = 'proposed') = (decided_by is null))
);

select tenant_table('archive_order', 'archives of the institution: who ordered, who approved, where it stands');

create index archive_order_newest on archive_order (institution_id, id desc);
create unique index archive_order_one_at_a_time on archive_order (institution_id)
  where state in ('proposed', 'waiting', 'making');

grant select, insert (institution_id, id, state, reason, ordered_by, ordered_name, ordered_at, is_sealed,
  passphrase_sealed), update (state, decided_by, decided_name, decided_at, passphrase_sealed, done, of_all,
  size, sha256, tables, row_count, files, made_at, expires_at, trouble) on archive_order to yizhuan_app;
