-- Fees of rights that are recorded as paid without a batch stand in the journal: one more place that it rests on.
do $$
declare
  known text := (select pg_get_constraintdef(oid) from pg_constraint
    where conrelid = 'journal_entry'::regclass and conname = 'journal_entry_source_check');
begin
  alter table journal_entry drop constraint journal_entry_source_check;
  execute 'alter table journal_entry add constraint journal_entry_source_check '
    || replace(known, ']', ', ''right_fee''::text]');
end $$;

-- The worker books what was recorded so far.
insert into job (institution_id, task, payload, run_at, key)
select id, 'journal.fill', '{}'::jsonb, now(), 'journal.fill' from institution
on conflict do nothing;
