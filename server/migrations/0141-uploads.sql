-- How much each person stored on the day they last stored something.
create table upload_day (
  institution_id uuid not null,
  person_id uuid not null,
  day date not null,
  bytes bigint not null check (bytes >= 0),
  primary key (institution_id, person_id)
);

select tenant_table('upload_day', 'bytes a person stored on one day: what the limit on a day is kept by');

grant select, insert, update (day, bytes) on upload_day to yizhuan_app;
