-- The value added tax of invoices stands in the journal, from the day on which it arose.

-- What of the tax of the invoices of a receivable is in the books now. Of invoices that were issued before, the worker
-- books it on its next day; what was posted before stays as it is.
alter table receivable add column booked_vat_fen bigint not null default 0;

grant update (booked_vat_fen) on receivable to yizhuan_app;
