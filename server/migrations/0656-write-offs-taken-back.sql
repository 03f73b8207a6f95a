-- A write-off that was wrong is taken back by a line of its own, below nought and of the same day.
alter table receivable_write_off
  add column takes_back uuid,
  drop constraint receivable_write_off_minor_check,
  add check (minor <> 0 and (minor < 0) = (takes_back is not null)),
  add foreign key (institution_id, takes_back) references receivable_write_off (institution_id, id);

create unique index receivable_write_off_once_back on receivable_write_off (institution_id, takes_back)
  where takes_back is not null;
