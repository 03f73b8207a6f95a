-- How many hours a training took, and the file that shows a certificate.

alter table person_credential
  add column hours integer check (hours between 1 and 10000),
  add column file jsonb;
