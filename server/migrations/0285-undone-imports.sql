-- An import can be taken back as one act. What it entered leaves its register, and the chain of every
-- record stays, with a last entry that says so; what it changed is put back to what was there before.

alter table ledger_import drop constraint ledger_import_state_check;

alter table ledger_import add constraint ledger_import_state_check
  check (state in ('draft', 'confirmed', 'discarded', 'undone'));

alter table ledger_import
  add column undone_by uuid,
  add column undone_by_name text,
  add column undone_at timestamptz,
  add column undone_reason text check (length(undone_reason) between 1 and 500),
  add constraint ledger_import_undone check ((state = 'undone') = (undone_at is not null));

grant update (undone_by, undone_by_name, undone_at, undone_reason) on ledger_import to yizhuan_app;

-- Of a record that an import entered and nothing more there is one entry, its first; of the others it
-- is noted here which entries of their chains are the import's.
create table import_amended (
  institution_id uuid not null,
  import_id uuid not null,
  register text not null check (register in ('achievement', 'right', 'contract', 'receipt')),
  record_id uuid not null,
  first_seq integer not null check (first_seq >= 1),
  last_seq integer not null check (last_seq >= first_seq),
  primary key (institution_id, import_id, record_id),
  foreign key (institution_id, import_id) references ledger_import (institution_id, id)
);

select tenant_table('import_amended', 'which entries in the chains of records an import has made');

grant select, insert on import_amended to yizhuan_app;

-- A record leaves its register only after its own chain has said so.
create function withdrawn_before() returns trigger language plpgsql as $$
begin
  if (select action from audit_entry where institution_id = old.institution_id
      and chain = tg_argv[0] || '/' || old.id order by seq desc limit 1)
    is distinct from tg_argv[0] || '.withdrawn' then
    raise exception '% % has not been withdrawn', tg_table_name, old.id
      using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create trigger withdrawn_before before delete on achievement
  for each row execute function withdrawn_before('achievement');

create trigger withdrawn_before before delete on ip_right
  for each row execute function withdrawn_before('right');

create trigger withdrawn_before before delete on contract
  for each row execute function withdrawn_before('contract');

create trigger withdrawn_before before delete on receipt
  for each row execute function withdrawn_before('receipt');

grant delete on achievement to yizhuan_app;

grant delete on ip_right to yizhuan_app;

grant delete on contract to yizhuan_app;

grant delete on receipt to yizhuan_app;

grant delete on contract_achievement to yizhuan_app;

grant delete on import_origin to yizhuan_app;

grant delete on search_document to yizhuan_app;
