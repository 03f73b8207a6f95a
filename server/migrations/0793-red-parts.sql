-- A red letter that is less than the smallest unit of a foreign currency takes nothing of it back.
alter table invoice_line
  drop constraint invoice_line_check,
  add constraint invoice_line_minor_check check (case when fen > 0 then minor > 0 else minor <= 0 end);

-- Why the rate of an invoice is none of those of its day is also said when it is issued.
grant update (vat_reason) on invoice to yizhuan_app;
