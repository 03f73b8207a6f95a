-- Views of a list that people keep: its filters, order and columns under a name.

create table saved_view (
  institution_id uuid not null,
  id uuid not null,
  list text not null check (list ~ '^[a-z-]{1,40}$'),
  person_id uuid not null,
  person_name text not null,
  name text not null check (length(name) between 1 and 60),
  -- What stands behind the question mark of the list's address; what a list no longer knows it ignores.
  params jsonb not null,
  is_shared boolean not null,
  saved_at timestamptz not null,
  deleted_at timestamptz,
  primary key (institution_id, id)
);

select tenant_table('saved_view', 'filters, order and columns of a list that somebody keeps under a name');

create unique index saved_view_name on saved_view (institution_id, list, person_id, name)
  where deleted_at is null;

grant select, insert, update (name, params, is_shared, saved_at, deleted_at) on saved_view
  to yizhuan_app;

create table default_view (
  institution_id uuid not null,
  person_id uuid not null,
  list text not null,
  view_id uuid not null,
  primary key (institution_id, person_id, list),
  foreign key (institution_id, view_id) references saved_view (institution_id, id)
);

select tenant_table('default_view', 'the view with which a list opens for somebody');

grant select, insert, delete, update (view_id) on default_view to yizhuan_app;
