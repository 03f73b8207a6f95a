-- A contract may have more parties than one counterparty: owners beside this house, who pays, who guarantees, who
-- brought them together. Each is told by its role, its name, its code, and its share where it has one.
alter table contract add column parties jsonb not null default '[]'
  check (jsonb_typeof(parties) = 'array' and jsonb_array_length(parties) <= 20);

grant insert (parties), update (parties) on contract to yizhuan_app;
