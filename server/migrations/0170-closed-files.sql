-- The files of closed cases. A hash may be seen where the file must not be: a record that proves
-- something names hashes. So a file of a closed case is for its readers, for whoever stored the same
-- bytes themselves, and for all where something that is open names it too.

create table file_upload (
  institution_id uuid not null,
  sha256 text not null,
  person_id uuid not null,
  primary key (institution_id, sha256, person_id),
  foreign key (institution_id, sha256) references file (institution_id, sha256)
);

select tenant_table('file_upload', 'who stored the bytes of a file, and so has them');

grant select, insert on file_upload to yizhuan_app;

-- Whether cases or their papers name a file; it looks as the service does, into cases hidden from the caller.
create function file_named_in(sought text, cases uuid[]) returns boolean
language plpgsql stable set search_path = public, pg_temp set app.roles = 'system' as $$
declare house uuid := nullif(current_setting('app.institution', true), '')::uuid;
begin
  return exists (
      select from act where institution_id = house and case_id = any (cases)
        and entry -> 'files' @> jsonb_build_array(jsonb_build_object('sha256', sought)))
    or exists (
      select from paper_made
      where institution_id = house and case_id = any (cases) and sha256 = sought);
end $$;

-- Whether a file is closed to the caller. What else names it is asked only of a file of a hidden case.
create function file_closed(sought text) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  caller uuid := nullif(current_setting('app.person', true), '')::uuid;
  hidden uuid[] := cases_hidden();
  named jsonb := jsonb_build_array(jsonb_build_object('sha256', sought));
begin
  if hidden = '{}' or not file_named_in(sought, hidden) then return false; end if;
  return not (
    exists (
      select from file_upload
      where institution_id = house and sha256 = sought and person_id = caller)
    or exists (select from act where institution_id = house and entry -> 'files' @> named)
    or exists (select from paper_made where institution_id = house and sha256 = sought)
    or exists (select from paper_template where institution_id = house and sha256 = sought)
    or exists (select from achievement where institution_id = house and files @> named)
    or exists (select from delegation where institution_id = house and letter ->> 'sha256' = sought));
end $$;
