-- A house may have every plan decided collectively before it is paid; no law demands it, so it is a part of its own rule.

alter table distribution_rule add column decides_plans boolean not null default false;
