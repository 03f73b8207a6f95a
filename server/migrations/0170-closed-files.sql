-- formerly f0ca801efee4689f054f082b77e1c19a8c2a15617880128b202a47168b36b305
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
-- It lends itself the role in its body: to write it beside the function takes a superuser, which the owner
-- of a database need not be. An error ends the transaction, and the role with it.
create function file_named_in(sought text, cases uuid[]) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  callers text := coalesce(current_setting('app.roles', true), '');
  is_named boolean;
begin
  perform set_config('app.roles', 'system', true);
  is_named := exists (
      select from act where institution_id = house and case_id = any (cases)
        and entry -> 'files' @> jsonb_build_array(jsonb_build_object('sha256', sought)))
    or exists (
      select from paper_made
      where institution_id = house and case_id = any (cases) and sha256 = sought);
  perform set_config('app.roles', callers, true);
  return is_named;
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
