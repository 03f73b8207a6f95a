-- The register of achievements in the order of their disclosure.

create index achievement_by_disclosed
  on achievement (institution_id, (coalesce(disclosed_on, '')), number);
