-- Funds, bonuses and holdings are looked for with everything else. Those there are stand in the search by
-- their number until the worker has made them findable.
insert into search_document (institution_id, kind, id, label, number, title, body, edition, lexemes)
select institution_id, 'fund', id, number, null, name, '', 0, ''::tsvector from fund
union all
select institution_id, 'grant-bonus', id, right_number, null, right_title, '', 0, ''::tsvector from grant_bonus
union all
select institution_id, 'holding', id, number, null, company, '', 0, ''::tsvector from holding
on conflict do nothing;

insert into job (institution_id, task, payload, run_at, key)
select distinct institution_id, 'search.findAnew', '{}'::jsonb, now(), 'search.findAnew'
from search_document where kind in ('fund', 'grant-bonus', 'holding')
on conflict do nothing;
