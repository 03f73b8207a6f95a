-- Texts of contracts as they are drafted (合同文稿), version by version: which clause in which version, what was changed
-- of it and why, and the facts as the registers had them. A version is never changed.

create table contract_text (
  institution_id uuid not null,
  id uuid not null,
  -- The case whose contract it is to be, or the contract of the register; one of them.
  case_id uuid,
  contract_id uuid,
  type text not null check (length(type) between 1 and 40),
  title text not null check (length(title) between 1 and 200),
  template_id uuid not null,
  newest integer not null check (newest >= 1),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id),
  foreign key (institution_id, contract_id) references contract (institution_id, id),
  foreign key (institution_id, template_id) references contract_standard (institution_id, id),
  check (case_id is not null or contract_id is not null)
);

select tenant_table('contract_text', 'texts of contracts being drafted, for a case or a contract; each in a chain of its own');

select closed_with_its_case('contract_text');

create index contract_text_by_case on contract_text (institution_id, case_id);

create index contract_text_by_contract on contract_text (institution_id, contract_id);

grant select, insert, update (newest) on contract_text to yizhuan_app;

create table contract_text_version (
  institution_id uuid not null,
  text_id uuid not null,
  version integer not null check (version >= 1),
  template_version integer not null,
  title text not null check (length(title) between 1 and 200),
  -- The clauses in their order, with their texts; what was typed in; and the facts they were filled with.
  parts jsonb not null,
  inputs jsonb not null,
  facts jsonb not null,
  note text check (length(note) between 1 and 500),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, text_id, version)
);

select tenant_table('contract_text_version', 'what each version of a contract text says, who made it and when');

alter table contract_text_version add foreign key (institution_id, text_id)
  references contract_text (institution_id, id);

select append_only('contract_text_version');

grant select, insert on contract_text_version to yizhuan_app;

-- The version that is to be signed: the paper of the case, or the file of the contract, that it was printed to. The
-- newest line counts; one that takes a naming back says why.
create table contract_text_naming (
  institution_id uuid not null,
  text_id uuid not null,
  seq integer not null check (seq >= 1),
  version integer check (version >= 1),
  paper_id uuid,
  record_file_id uuid,
  reason text check (length(reason) between 1 and 500),
  named_at timestamptz not null,
  named_by uuid not null,
  named_name text not null,
  primary key (institution_id, text_id, seq),
  foreign key (institution_id, text_id, version)
    references contract_text_version (institution_id, text_id, version),
  foreign key (institution_id, text_id) references contract_text (institution_id, id),
  check ((version is null) = (num_nonnulls(paper_id, record_file_id) = 0)),
  check (version is not null or reason is not null)
);

select tenant_table('contract_text_naming', 'which version of a contract text is to be signed, and the file it was printed to');

select append_only('contract_text_naming');

grant select, insert on contract_text_naming to yizhuan_app;

-- What is said of a text is hidden with it.
create policy closed_to_others on contract_text_version as restrictive using (exists (
  select from contract_text where contract_text.institution_id = contract_text_version.institution_id
    and contract_text.id = contract_text_version.text_id));

create policy closed_to_others on contract_text_naming as restrictive using (exists (
  select from contract_text where contract_text.institution_id = contract_text_naming.institution_id
    and contract_text.id = contract_text_naming.text_id));
