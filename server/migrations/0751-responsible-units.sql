-- Which unit answers for the operation of IP, for its protection and for the management of achievements, from
-- which day on (sh-draft-2024#a5.p1): turns of the institution like its level.
alter table institution_standing drop constraint institution_standing_aspect_check;

alter table institution_standing add constraint institution_standing_aspect_check check (aspect in
  ('level', 'ownership', 'research', 'affiliation', 'province', 'pilot',
    'ipOperation', 'ipProtection', 'resultManagement'));
