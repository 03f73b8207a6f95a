-- What is marked is looked up right by right: joined as a whole, all rights of the institution were read
-- for every page of a large import, the more the longer it went on.
create or replace function mark_rights_lost() returns trigger language plpgsql as $$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct told.institution_id, about.achievement_id from told
  cross join lateral (
    select achievement_id from ip_right
    where ip_right.institution_id = told.institution_id and ip_right.id = told.right_id
    offset 0) as about
  where told.lost_on is not null and about.achievement_id is not null;
  return null;
end $$;

create or replace function mark_rights_moved() returns trigger language plpgsql as $$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct told.institution_id, about.achievement_id from told
  cross join lateral (
    select achievement_id from ip_right
    where ip_right.institution_id = told.institution_id and ip_right.id = told.right_id
    offset 0) as about
  where told.kind in ('transferred', 'struck') and about.achievement_id is not null;
  return null;
end $$;
