-- A group hears of a matter once, whoever has to act on it next.

alter table webhook_delivery add column topic text check (length(topic) between 1 and 300);

create unique index webhook_delivery_once on webhook_delivery (institution_id, webhook_id, event, topic);
