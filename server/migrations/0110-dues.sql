-- A calendar says from what day a day was counted and who must act, without judging any case again.

alter table case_due
  add column counted jsonb,
  add column roles text[] not null default '{}';
