-- What ledgers know of achievements beyond a disclosure. A ledger often gives a month or a year only:
-- such a day is kept as precisely as it was given, never made up. As text it still sorts by time.

create domain ledger_day as text
  check (value ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$');

alter table achievement alter column kind drop not null;

alter table achievement alter column disclosed_on type ledger_day
  using to_char(disclosed_on, 'YYYY-MM-DD');

alter table achievement alter column disclosed_on drop not null;

alter table achievement
  add column registered_on ledger_day,
  add column funding_source text check (length(funding_source) between 1 and 200),
  add column project_no text check (length(project_no) between 1 and 200),
  add column attribute text check (attribute in ('authorised', 'unauthorised')),
  add column stage text check (stage in ('research', 'development', 'inseparable')),
  add column conversion text check (conversion in ('none', 'intended', 'converted')),
  add column conversion_count integer check (conversion_count >= 0),
  add column maturity_level smallint check (maturity_level between 1 and 9),
  add column estimated_value_fen bigint,
  add column rd_cost_fen bigint,
  add column files jsonb not null default '[]',
  add column remark text check (length(remark) between 1 and 2000),
  -- The identity-card number of the first inventor: sealed; masked for people; a keyed fingerprint
  -- to tell whether a ledger brings the same number again.
  add column lead_id_sealed text,
  add column lead_id_masked text,
  add column lead_id_index text;

create index achievement_by_department on achievement (institution_id, department, number desc);

create index achievement_by_conversion on achievement (institution_id, conversion, number desc);

grant update (disclosed_on, registered_on, funding_source, project_no, attribute, stage,
  conversion, conversion_count, maturity_level, estimated_value_fen, rd_cost_fen, files, remark,
  lead_id_sealed, lead_id_masked, lead_id_index) on achievement to yizhuan_app;
