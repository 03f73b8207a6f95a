-- Electronic signatures in the files of contracts: what a check found of each file, on which day, is kept as it was
-- found. Whose certificates are trusted each institution says for itself.

create table trusted_authority (
  institution_id uuid not null references institution (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  pem text not null check (length(pem) between 1 and 20000),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  subject text not null,
  issuer text not null,
  serial text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  entered_name text not null,
  retired_at timestamptz,
  retired_name text,
  retired_reason text check (length(retired_reason) between 1 and 500),
  primary key (institution_id, id),
  check ((retired_at is null) = (retired_name is null)
    and (retired_at is null) = (retired_reason is null))
);

select tenant_table('trusted_authority', 'certification authorities whose certificates an institution trusts');

-- An authority is trusted once; one that was retired can be entered anew.
create unique index trusted_authority_once on trusted_authority (institution_id, fingerprint)
  where retired_at is null;

grant select, insert, update (retired_at, retired_name, retired_reason)
  on trusted_authority to yizhuan_app;

create table signature_check (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  sha256 text not null,
  name text not null check (length(name) between 1 and 255),
  size integer not null check (size > 0),
  state text not null check (state in ('trusted', 'unknownIssuer', 'outOfTerm', 'notWhole', 'notChecked',
    'broken', 'none', 'notPdf')),
  signatures jsonb not null,
  checked_at timestamptz not null,
  checked_by uuid not null,
  checked_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, contract_id) references contract (institution_id, id),
  foreign key (institution_id, sha256) references file (institution_id, sha256)
);

select tenant_table('signature_check', 'what was found of the signatures in a file of a contract; each also in the chain of its contract');

select append_only('signature_check');

create policy closed_to_others on signature_check as restrictive
  using (not contract_id = any ((select documents_hidden())::uuid[]));

create index signature_check_by_contract on signature_check (institution_id, contract_id, checked_at);
create index signature_check_by_file on signature_check (institution_id, sha256);

grant select, insert on signature_check to yizhuan_app;

-- Whoever reads the contract reads the file that was checked: 0841 and 0861 say so with what they add.
