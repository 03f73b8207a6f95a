-- What equity cost, what of it was written down or given up, is posted as its record says it.
insert into job (institution_id, task, payload, run_at, key)
select distinct institution_id, 'journal.fill', '{}'::jsonb, now(), 'journal.fill' from holding
on conflict do nothing;
