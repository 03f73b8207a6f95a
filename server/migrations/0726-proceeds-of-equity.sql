-- Of what a disposal of equity brought, the list says what of each part was paid out: it is made anew of the records.
insert into job (institution_id, task, payload, run_at, key)
select id, 'cases/fillHoldings', '{}'::jsonb, now(), 'cases/fillHoldings' from institution
on conflict do nothing;
