-- What somebody ordered under an id of theirs: clicked twice, or sent again, it is the same order.

create table made_once (
  institution_id uuid not null,
  id uuid not null,
  what text not null check (length(what) between 1 and 60),
  -- Of what was ordered: under the same id nothing else is.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  answer jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (institution_id, id)
);

select tenant_table('made_once', 'what was ordered under an id of the client, and what was answered');

select append_only('made_once');

grant select, insert on made_once to yizhuan_app;
