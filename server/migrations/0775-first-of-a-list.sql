-- The first lines of a list that is ordered by its numbers, of what several words find: the shelves are asked
-- one after the other, beginning with the one that holds the first label, until no other shelf can hold an
-- earlier one. So the words of two lines are compared on a shelf or two, not in the whole.

create index search_document_labels on search_document (institution_id, kind, (place >> 13), label);

-- The shelves of the caller's own records of a kind, each with the first label on it that comes after another,
-- in the order of a list. It filters by the caller's institution itself, and tells no label of what the caller
-- may not find.
create function search_shelves(wanted text, is_down boolean, after text)
returns table (shelf bigint, label text)
language plpgsql stable security definer set search_path = public, pg_temp set jit = off as $$
begin
  -- One statement for each way, put together here: a condition that may be none is served by no index.
  return query execute format(
    'with recursive standing as (
      (select place >> 13 as shelf from search_document
        where institution_id = $1 and kind = $2 order by place >> 13 desc limit 1)
      union all
      select before.shelf from standing, lateral (
        select place >> 13 as shelf from search_document
        where institution_id = $1 and kind = $2 and place >> 13 < standing.shelf
        order by place >> 13 desc limit 1) as before)
    select standing.shelf, first.label from standing, lateral (
      select document.label from search_document as document
      where institution_id = $1 and kind = $2 and place >> 13 = standing.shelf
        and not document.id = any ($3) %s
      order by document.label %s limit 1) as first
    order by first.label %2$s, standing.shelf desc',
    case when after is null then '' when is_down then 'and document.label < $4'
      else 'and document.label > $4' end,
    case when is_down then 'desc' else 'asc' end)
  using nullif(current_setting('app.institution', true), '')::uuid, wanted,
    (select documents_hidden()), after;
end $$;

revoke execute on function search_shelves from public;

grant execute on function search_shelves to yizhuan_app;
