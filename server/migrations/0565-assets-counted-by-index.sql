-- The ledger of assets counts what the office took, by the day and the money of each: counted from an index,
-- none of the wide rows of achievements is read for it.

create index achievement_in_ledger on achievement (institution_id, id)
  include (registered_on, disclosed_on, funding_kind, intake)
  where intake is null or intake = 'accepted';
