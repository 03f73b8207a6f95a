-- From what day a right is over by its term: whoever reads a status on a day asks this as well.
alter table right_docket add column ends_on date;

-- An achievement loses its right with that day, so its tags follow from it, too.
create or replace function mark_rights_lost() returns trigger language plpgsql as $$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct told.institution_id, about.achievement_id from told
  cross join lateral (
    select achievement_id from ip_right
    where ip_right.institution_id = told.institution_id and ip_right.id = told.right_id
    offset 0) as about
  where (told.lost_on is not null or told.ends_on is not null) and about.achievement_id is not null;
  return null;
end $$;
