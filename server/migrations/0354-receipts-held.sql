-- A receipt that nobody has said of which claim it is may be income twice: with what arrived, and with the claim
-- it may have paid. When months are closed it is held as received in advance until somebody says so.

create table receipt_hold (
  institution_id uuid not null,
  -- Kept also where an import was undone and its receipt is gone: what was held is let go then.
  receipt_id uuid not null,
  seq integer not null check (seq >= 1),
  on_day date not null,
  -- On which account its income stands.
  part text not null check (part in ('transfer', 'service')),
  -- Above nought where it is held, below where it is let go.
  fen bigint not null check (fen <> 0),
  case_id uuid,
  subject text not null check (length(subject) <= 300),
  made_at timestamptz not null,
  primary key (institution_id, receipt_id, seq)
);

select tenant_table('receipt_hold', 'what of receipts was held as received in advance when months were closed, and let go');

select closed_with_its_case('receipt_hold');

select append_only('receipt_hold');

grant select, insert on receipt_hold to yizhuan_app;

-- When the books were last compared with all records, and what differed: whoever opens the page of closings
-- reads this, and proposing or confirming one compares anew.
create table closing_look (
  institution_id uuid not null,
  looked_at timestamptz not null,
  found jsonb not null,
  primary key (institution_id)
);

select tenant_table('closing_look', 'when the books of an institution were last compared with its records, and what differed');

grant select, insert, update (looked_at, found) on closing_look to yizhuan_app;

insert into job (institution_id, task, payload, run_at, key)
select id, 'closing.look', '{}'::jsonb, now(), 'closing.look' from institution;
