-- Whoever disclosed follows what they disclosed.

create index achievement_by_author on achievement (institution_id, disclosed_by, number desc)
  where disclosed_by is not null;
