-- Two things more of the records that match. A piece with an open end, such as a word in Latin letters, has the
-- index read all that begins so, of every institution: where other words find few, these few are asked
-- for it themselves (`also`), first by what they are known by, which stands in the row. And the label is told,
-- by which a list that is ordered by its number takes the first without looking up the others.
drop function search_matches;

create function search_matches(
  sought tsquery, said text[], kinds text[], most int, also tsquery default null)
returns table (kind text, id uuid, label text)
language sql stable security definer rows 200 set search_path = public, pg_temp
set enable_seqscan = off set enable_indexscan = off set work_mem = '32MB' set jit = off as $$
  select document.kind, document.id, document.label from search_document as document
  where document.lexemes @@ sought
    and document.institution_id::text = current_setting('app.institution', true)
    and document.kind || '' = any(kinds)
    and (said = '{}' or concat_ws(E'\n', document.label, title, body) like all (said))
    and (also is null or heading @@ also or lexemes @@ also)
    and not document.id = any ((select documents_hidden())::uuid[])
  limit most
$$;

revoke execute on function search_matches from public;

grant execute on function search_matches to yizhuan_app;
