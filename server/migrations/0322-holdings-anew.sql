-- What was allocated free of charge is no loss, and the cost of a part may grow in a round: the list is made
-- anew of the records.
insert into job (institution_id, task, payload, run_at, key)
select distinct institution_id, 'cases/fillHoldings', '{}'::jsonb, now(), 'cases/fillHoldings' from holding
on conflict do nothing;

-- A company keeps which records it rests on, no longer what they were called: a case may be closed to who
-- reads the company. Its register says so to those who may know.
update spin_off set links = (
  select coalesce(jsonb_agg(jsonb_build_object('kind', one -> 'kind', 'id', one -> 'id') order by place), '[]')
  from jsonb_array_elements(links) with ordinality as said (one, place))
where links <> '[]';

update search_document set edition = 0 where kind = 'spin-off';

insert into job (institution_id, task, payload, run_at, key)
select distinct institution_id, 'search.findAnew', '{}'::jsonb, now(), 'search.findAnew'
from search_document where kind = 'spin-off'
on conflict do nothing;
