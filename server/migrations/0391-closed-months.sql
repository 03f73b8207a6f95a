-- Months of the journal are closed by two persons. What happened in a month that is closed is posted into the
-- first open one, and keeps the day on which it happened.

create table journal_period (
  institution_id uuid not null,
  -- The last closed month; none while nothing is closed.
  closed_through text check (closed_through ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  primary key (institution_id)
);

select tenant_table('journal_period', 'through which month the books of an institution are closed');

grant select, insert, update (closed_through) on journal_period to yizhuan_app;

create table period_act (
  institution_id uuid not null,
  seq integer not null check (seq >= 1),
  id uuid not null,
  kind text not null check (kind in ('proposed', 'withdrawn', 'closed', 'reopened')),
  -- Through which month, and through which one the books were closed before.
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  closed_before text check (closed_before < month),
  remark text check (length(remark) between 1 and 1000),
  -- What was looked at, and what was found.
  checks jsonb not null,
  -- Whoever proposed it does not close it.
  proposed_by uuid check (proposed_by <> made_by),
  proposed_name text,
  -- The vouchers of the closed months as they went out, and their SHA-256.
  vouchers text,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  entries integer check (entries >= 0),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, seq),
  unique (institution_id, id),
  check ((kind = 'closed') = (digest is not null and vouchers is not null and entries is not null
    and proposed_by is not null)),
  check (kind <> 'reopened' or remark is not null)
);

select tenant_table('period_act', 'who proposed to close months of the books, closed them or opened them again');

select append_only('period_act');

grant select, insert on period_act to yizhuan_app;

-- The day on which it happened, where that month was closed already.
alter table journal_entry add column acted_on text check (acted_on < dated_on);

alter table journal_entry drop constraint journal_entry_source_check;

alter table journal_entry add constraint journal_entry_source_check
  check (source in ('case', 'receipt', 'asset', 'asset_booking', 'fee_batch', 'payout', 'grant_bonus',
    'fund', 'receivable', 'closing'));

-- Whoever posts holds the books open until they are done; whoever closes them waits for that.
create function books_closed_through(institution uuid) returns text language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('yizhuan books'), hashtext(institution::text));
  return (select closed_through from journal_period where institution_id = institution);
end $$;

create function journal_month_is_open() returns trigger language plpgsql as $$
declare
  closed text := books_closed_through(new.institution_id);
begin
  if left(new.dated_on, 7) <= closed then
    raise exception 'the books are closed through %: nothing is posted on %', closed, new.dated_on
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger journal_month_is_open before insert on journal_entry
  for each row execute function journal_month_is_open();
