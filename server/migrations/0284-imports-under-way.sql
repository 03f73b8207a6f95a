-- A file is read before there is a draft of it: whoever looks at the list meanwhile sees its name.

alter table import_progress add column file_name text not null default ''
  check (length(file_name) <= 255);

alter table import_progress alter column file_name drop default;
