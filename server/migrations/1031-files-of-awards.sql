-- Awards from the staff part hold the papers they rest on, and each payment the paper that shows it. They are found by
-- their words and talked about.

alter table staff_award add column files jsonb not null default '[]' check (jsonb_typeof(files) = 'array');
alter table staff_award_payment add column files jsonb not null default '[]' check (jsonb_typeof(files) = 'array');

grant insert (files) on staff_award to yizhuan_app;

-- Whoever reads an award reads its papers: two more places beside what others may have added to these lists.
create function pg_temp.add_to(known regprocedure, was text, will text) returns void language plpgsql as $$
declare
  before text := pg_get_functiondef(known);
  said text := replace(before, was, will);
begin
  if said = before then
    raise exception '% does not say %', known, was;
  end if;
  execute said;
end $$;

select pg_temp.add_to('file_readers(text)', '''grant_bonus_payment'',',
  '''grant_bonus_payment'', ''staff_award'', ''staff_award_payment'',');

select pg_temp.add_to('file_places(text,jsonb,uuid,uuid,text[])',
  'select held && file_readers(''spin_off'')',
  'select held && file_readers(''staff_award''), false, false from staff_award
    where institution_id = house and files @> named
  union all
  select held && file_readers(''staff_award_payment''), false, false from staff_award_payment
    where institution_id = house and files @> named
  union all
  select held && file_readers(''spin_off'')');

drop function pg_temp.add_to(regprocedure, text, text);

-- Those there are stand in the search by their title until the worker has made them findable. An archive of before
-- comes in without that: its awards are found once they change, and nothing is worked out of its other rows.
create function pg_temp.find_awards() returns void language sql as $$
  insert into search_document (institution_id, kind, id, label, number, title, body, edition, lexemes)
  select institution_id, 'staff-award', id, null, null, title, '', 0, ''::tsvector from staff_award
  on conflict do nothing;

  insert into job (institution_id, task, payload, run_at, key)
  select distinct institution_id, 'search.findAnew', '{}'::jsonb, now(), 'search.findAnew'
  from search_document where kind = 'staff-award'
  on conflict do nothing;
$$;

select pg_temp.find_awards();

drop function pg_temp.find_awards();
