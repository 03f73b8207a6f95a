-- A number that the tax office has as void belongs to that invoice for good; only that of an entry that was a
-- mistake is free again. Of what was void before, nobody said which it was.
alter table invoice
  add column void_ground text check (void_ground in ('entry', 'invoice')),
  add check (void_ground is null or (state = 'void' and number is not null));

drop index invoice_number;
create unique index invoice_number on invoice (institution_id, number)
  where number is not null and (state <> 'void' or void_ground = 'invoice');

grant update (void_ground) on invoice to yizhuan_app;
