-- All invoices in one list: what is not issued yet stands first.

alter table invoice add column dated_on text not null
  generated always as (coalesce(issued_on, '9999-12-31')) stored;

create index invoice_newest on invoice (institution_id, dated_on desc, id desc);
