-- By text, the field of transfer an achievement was found to be of, or none of them. Where nobody chose one, its kind
-- decides or leaves it open; who chose it and why stands in the history of the achievement.
alter table achievement
  add column transfer_fields jsonb not null default '{}' check (jsonb_typeof(transfer_fields) = 'object');

grant update (transfer_fields) on achievement to yizhuan_app;
