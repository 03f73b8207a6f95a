-- The number of an invoice that was made void can be entered again: it was mistyped, not used. A red-letter invoice
-- takes another one back, whole or in part: its sums are below nought, so that whoever adds up counts what stands.
alter table invoice
  add column red_of uuid,
  add column vat_reason text check (length(vat_reason) between 1 and 500),
  add foreign key (institution_id, red_of) references invoice (institution_id, id),
  drop constraint invoice_amount_fen_check,
  drop constraint invoice_check,
  add check (amount_fen <> 0 and (amount_fen < 0) = (red_of is not null)),
  add check (case when red_of is null then vat_fen >= 0 and vat_fen < amount_fen
    else vat_fen <= 0 and vat_fen > amount_fen end);

drop index invoice_number;
create unique index invoice_number on invoice (institution_id, number)
  where number is not null and state <> 'void';

create index invoice_red on invoice (institution_id, red_of) where red_of is not null;

alter table invoice_line
  drop constraint invoice_line_fen_check,
  drop constraint invoice_line_minor_check,
  add check (fen <> 0),
  add check (minor <> 0 and (minor < 0) = (fen < 0));
