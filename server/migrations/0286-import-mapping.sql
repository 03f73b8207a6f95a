-- What people said once about the ledgers of their institution: which field a column under a heading
-- fills, and what a word means in a field. It is applied to every ledger that is read from then on.

create table import_heading (
  institution_id uuid not null,
  table_name text not null check (length(table_name) between 1 and 40),
  -- In the one form in which a heading is known again.
  heading text not null check (length(heading) between 1 and 200),
  -- None where the column is not to be read.
  field text check (length(field) between 1 and 40),
  by_person uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (institution_id, table_name, heading)
);

select tenant_table('import_heading', 'which field a column under a heading fills, as somebody said');

grant select, insert, delete, update (field, by_person, by_name, at) on import_heading to yizhuan_app;

create table import_word (
  institution_id uuid not null,
  table_name text not null check (length(table_name) between 1 and 40),
  field text not null check (length(field) between 1 and 40),
  word text not null check (length(word) between 1 and 200),
  code text not null check (length(code) between 1 and 60),
  by_person uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (institution_id, table_name, field, word)
);

select tenant_table('import_word', 'what a word of a ledger means in a field, as somebody said');

grant select, insert, delete, update (code, by_person, by_name, at) on import_word to yizhuan_app;
