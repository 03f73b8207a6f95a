-- A database that ran the former wording of 0170 gets the function as it reads now.
-- Whether cases or their papers name a file; it looks as the service does, into cases hidden from the caller.
-- It lends itself the role in its body: to write it beside the function takes a superuser, which the owner
-- of a database need not be. An error ends the transaction, and the role with it.
create or replace function file_named_in(sought text, cases uuid[]) returns boolean
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
