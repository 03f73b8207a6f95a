-- A technology contract may have several sellers, where others hold the result as well, and several buyers: the form
-- names all of them, each with its nature and place.

alter table registration add column other_parties jsonb not null default '[]'
  check (jsonb_typeof(other_parties) = 'array' and jsonb_array_length(other_parties) <= 20);

grant insert (other_parties), update (other_parties) on registration to yizhuan_app;
