-- Which achievements come to another tag on a day: the register is told of those alone when a day begins.
create index asset_tag_by_day on asset_tag (institution_id, since);
