-- The national parts of one European patent bear one number: a number is one of its country, not of the house.
drop index ip_right_number;

create unique index ip_right_number on ip_right (institution_id, number, (coalesce(country, '')));

-- A row of a ledger finds the right it brought by both, too.
update import_origin set key = ip_right.country || ':' || import_origin.key
from ip_right
where import_origin.register = 'right' and ip_right.institution_id = import_origin.institution_id
  and ip_right.id = import_origin.record_id and ip_right.country is not null
  and import_origin.key not like '~%';

-- Rights abroad are called by their country as well; the worker finds them anew.
update search_document set edition = 0
from ip_right
where search_document.kind = 'right' and search_document.institution_id = ip_right.institution_id
  and search_document.id = ip_right.id and ip_right.country is not null;

insert into job (institution_id, task, payload, run_at, key)
select distinct institution_id, 'search.findAnew', '{}'::jsonb, now(), 'search.findAnew'
from ip_right where country is not null
on conflict do nothing;
