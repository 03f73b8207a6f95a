-- Who has a share of a bonus at grant, where the register knows them: two inventors of one patent may bear one name.

alter table grant_bonus_share add column person_id uuid;
alter table grant_bonus_share add foreign key (institution_id, person_id) references person (institution_id, id);
alter table grant_bonus_share drop constraint grant_bonus_share_institution_id_bonus_id_name_key;
create unique index grant_bonus_share_known on grant_bonus_share (institution_id, bonus_id, person_id)
  where person_id is not null;
create unique index grant_bonus_share_named on grant_bonus_share (institution_id, bonus_id, name)
  where person_id is null;
create index grant_bonus_share_of on grant_bonus_share (institution_id, person_id) where person_id is not null;
