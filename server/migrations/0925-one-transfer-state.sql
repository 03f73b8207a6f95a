-- How an achievement stands is worked out from its signs, once. What an old ledger said of it stays as its word, so
-- that where the two differ somebody finds out which is right; nobody types either.
alter table achievement rename column attribute to stated_attribute;

alter table achievement rename column stage to stated_stage;

alter table achievement rename column conversion to stated_conversion;

alter table achievement rename column conversion_count to stated_conversion_count;

drop index achievement_by_conversion;

-- The tag of the ledger of assets as of the day that asset_tag_rules names, written by whoever works tags out: so a
-- filter of the register stays an index.
alter table achievement
  add column conversion text not null default 'none' check (conversion in ('none', 'intended', 'converted'));

create index achievement_by_conversion on achievement (institution_id, conversion, number desc);

create index achievement_by_difference on achievement (institution_id, number desc)
  where stated_conversion <> conversion;

grant update (conversion) on achievement to yizhuan_app;

alter table asset_tag_rules add column read_on date;

grant update (read_on) on asset_tag_rules to yizhuan_app;
