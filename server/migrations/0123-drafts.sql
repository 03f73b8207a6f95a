-- What somebody typed into a form and has not sent: sealed, for its author's eyes, gone after a month.

create table draft (
  institution_id uuid not null,
  person_id uuid not null,
  form text not null check (length(form) between 1 and 120),
  sealed text not null,
  device uuid not null,
  saved_at timestamptz not null,
  primary key (institution_id, person_id, form)
);

select tenant_table('draft', 'forms that were begun and not sent; only their author reads them');

create index draft_by_age on draft (institution_id, saved_at);

grant select, insert, delete, update (sealed, device, saved_at) on draft to yizhuan_app;
