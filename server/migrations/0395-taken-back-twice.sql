-- What took an entry back may be taken back itself, where the day of both was wrong: its kind is longer.
alter table journal_entry drop constraint journal_entry_kind_check;
alter table journal_entry add constraint journal_entry_kind_check
  check (length(kind) between 1 and 80);
