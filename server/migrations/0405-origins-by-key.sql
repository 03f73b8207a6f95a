-- From which row a record came is asked by its key and by what the row said, never by the record: the index was
-- written for every record of an import and answered nothing.
drop index import_origin_by_record;
