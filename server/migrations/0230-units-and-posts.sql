-- Departments as a tree; professional titles; posts whose work is transfer.

alter table org_unit add column parent_id uuid check (parent_id <> id);

alter table org_unit add foreign key (institution_id, parent_id)
  references org_unit (institution_id, id);

create index org_unit_by_parent on org_unit (institution_id, parent_id) where parent_id is not null;

grant update (parent_id) on org_unit to yizhuan_app;

alter table person add column professional_title text
  check (length(professional_title) between 1 and 60);

grant update (professional_title) on person to yizhuan_app;

-- Asked for as a number of posts (sh-draft-2024#a15.p1), and as an office or dedicated posts (gd-2025#a5.p2).
alter table post add column for_transfer boolean not null default false;
