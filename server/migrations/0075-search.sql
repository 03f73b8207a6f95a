-- What records are found by. The pieces of their texts are made by the application; here they are
-- kept, with an index, beside what a list of hits shows.

create table search_document (
  institution_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  id uuid not null,
  label text,
  title text not null,
  body text not null,
  lexemes tsvector not null,
  primary key (institution_id, kind, id)
);

select tenant_table('search_document', 'what each record is found by, kept up to date by every write');

-- The owner's function below is to use the index, which row security would not let it do: matching is
-- not leakproof, so it would come after the policy, row by row.
alter table search_document no force row level security;

-- Writers add to a list that is worked into the index when it has grown to this size; readers read it
-- to the end, so it must stay short.
create index search_document_lexemes on search_document using gin (lexemes)
  with (gin_pending_list_limit = 512);

grant select (institution_id, kind, id, label, title, body, lexemes), insert,
  update (label, title, body, lexemes) on search_document to yizhuan_app;

-- The caller's own records of some kinds that match, in no order: it filters by the caller's
-- institution itself, tells ids only, and whoever asks joins them under row security.
create function search_matches(sought tsquery, kinds text[]) returns table (kind text, id uuid)
language sql stable security definer rows 200 set search_path = public, pg_temp as $$
  select document.kind, document.id from search_document as document
  where document.lexemes @@ sought
    and document.institution_id = nullif(current_setting('app.institution', true), '')::uuid
    and document.kind = any(kinds)
$$;

revoke execute on function search_matches from public;

grant execute on function search_matches to yizhuan_app;
