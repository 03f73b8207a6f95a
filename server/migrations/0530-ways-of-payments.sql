-- Each payment goes its own way: by the bank, with the salary, or to the account of a project, which is named then.
alter table payment_order
  add column project_number text check (length(project_number) between 1 and 60),
  add column project_account text check (length(project_account) between 1 and 200),
  -- Whoever said so does not approve the batch.
  add column way_by uuid,
  add constraint payment_order_project check ((project_number is null) = (project_account is null)
    and (project_number is null or way = 'project'));

grant update (way, way_by, project_number, project_account) on payment_order to yizhuan_app;
