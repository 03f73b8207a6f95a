-- Rights abroad: of which country or office. None is China itself, as all were before.
alter table ip_right add column country text check (country ~ '^[A-Z]{2}$' and country <> 'CN');

alter table ip_right add check (country is null or kind not in ('pct', 'preparation', 'know_how'));

create index ip_right_abroad on ip_right (institution_id, country, dated_on desc, id desc)
  where country is not null;

grant insert (country), update (country) on ip_right to yizhuan_app;
