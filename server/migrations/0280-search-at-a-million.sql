-- Searching among a million records of one institution. Three things help it:
-- * the lexeme that says whose a record is says also of which kind, so the index tells kinds apart;
-- * what a record is known by stands in a narrow column of its own, so that for a word which is
--   everywhere the newest records can be looked through one by one, without opening long texts;
-- * its number stands without joints, blanks and check character, and is found by equality.

update search_document set lexemes = lexemes ||
  array_to_tsvector(array[' ' || institution_id || ' ' || kind]);

alter table search_document
  add column heading tsvector not null generated always as (ts_filter(lexemes, '{a}')) stored,
  add column number text;

update search_document set number = regexp_replace(lower(label), '[-\s./·_]', '', 'g')
where label is not null;

grant select (heading, number), update (number) on search_document to yizhuan_app;

-- Of statistics only the number of records of each institution and kind is asked.
alter table search_document alter column lexemes set statistics 50,
  alter column heading set statistics 0;

create index search_document_number on search_document (institution_id, number);

-- The caller's own records of some kinds that match, each kind by a query of its own, in no order and at
-- most so many of each. It filters by the
-- caller's institution itself, tells ids only, and whoever asks joins them under row security.
-- Only the index of lexemes answers in time, whatever the statistics say: the other conditions are
-- written so that no index serves them.
drop function search_matches;

create function search_matches(sought tsquery[], kinds text[], most int)
returns table (kind text, id uuid)
language sql stable security definer rows 200 set search_path = public, pg_temp
set enable_seqscan = off set enable_indexscan = off as $$
  select found.kind, found.id from unnest(sought, kinds) as wanted (query, kind), lateral (
    select document.kind, document.id from search_document as document
    where document.lexemes @@ wanted.query
      and document.institution_id::text = current_setting('app.institution', true)
      and document.kind || '' = wanted.kind
    limit most) as found
$$;

revoke execute on function search_matches from public;

grant execute on function search_matches to yizhuan_app;

-- About how many records match, by the statistics of the table; nothing is read or written. It is called
-- volatile because PostgreSQL lets no other function explain.
create function search_estimate(sought tsquery) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  plan jsonb;
begin
  execute format(
    'explain (format json) select from search_document where lexemes @@ %L::tsquery', sought)
    into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint;
end $$;

revoke execute on function search_estimate from public;

grant execute on function search_estimate to yizhuan_app;
