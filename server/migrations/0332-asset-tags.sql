-- The tags of the ledger of assets, worked out once from what the registers and cases show, so that a list of a
-- hundred thousand achievements need not look at every right. Whoever writes what a tag follows from marks its
-- achievement in the same transaction; what is marked is worked out anew before a list believes it.

-- A stretch of days through which the tags of an achievement stayed the same. One of which nothing was told has none.
-- No key leads to the achievement: what is worked out must not keep an import from being undone.
create table asset_tag (
  institution_id uuid not null,
  achievement_id uuid not null,
  -- As precise as known; empty where nobody knows the day. The day of until is of the next stretch.
  since text collate "C" not null,
  until text collate "C",
  attribute text not null check (attribute in ('unauthorised', 'authorised', 'lapsed')),
  stage text not null check (stage in ('research', 'development', 'indistinguishable')),
  conversion text not null check (conversion in ('none', 'intended', 'converted')),
  count int not null check (count >= 0),
  primary key (institution_id, achievement_id, since),
  check (until > since)
);

select tenant_table('asset_tag', 'the tags of achievements through the days, worked out from their signs');

grant select, insert, delete on asset_tag to yizhuan_app;

-- Each writer adds marks of its own: one that is there already may be taken by who does not see what is written now.
create table asset_tag_mark (
  institution_id uuid not null,
  id uuid not null default gen_random_uuid(),
  achievement_id uuid not null,
  primary key (institution_id, id)
);

select tenant_table('asset_tag_mark', 'achievements whose tags are to be worked out anew');

grant select, insert, delete on asset_tag_mark to yizhuan_app;

-- By which rules the tags of an institution were worked out; by others they are all worked out anew.
create table asset_tag_rules (
  institution_id uuid not null primary key,
  rules text not null check (length(rules) between 1 and 100)
);

select tenant_table('asset_tag_rules', 'the rules by which the tags of its achievements were worked out');

grant select, insert, update (rules) on asset_tag_rules to yizhuan_app;

-- Marks the achievements of rows that came or went.
create function mark_achievements() returns trigger language plpgsql as $$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct institution_id, achievement_id from told where achievement_id is not null;
  return null;
end $$;

create trigger mark_achievements after insert on ip_right
  referencing new table as told for each statement execute function mark_achievements();

create trigger mark_achievements_gone after delete on ip_right
  referencing old table as told for each statement execute function mark_achievements();

create trigger mark_achievements after insert on contract_achievement
  referencing new table as told for each statement execute function mark_achievements();

create trigger mark_achievements_gone after delete on contract_achievement
  referencing old table as told for each statement execute function mark_achievements();

create function mark_rights_changed() returns trigger language plpgsql as $$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct institution_id, about from former
  join told using (institution_id, id), unnest(array[former.achievement_id, told.achievement_id]) as about
  where about is not null
    and (former.achievement_id, former.kind, former.number, former.status, former.granted_on, former.valid_to)
      is distinct from (told.achievement_id, told.kind, told.number, told.status, told.granted_on, told.valid_to);
  return null;
end $$;

create trigger mark_achievements_changed after update on ip_right
  referencing old table as former new table as told for each statement execute function mark_rights_changed();

-- The docket is counted anew with every event; only what is lost there bears on a tag.
create function mark_rights_lost() returns trigger language plpgsql as $$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct about.institution_id, about.achievement_id from told
  join ip_right as about on about.institution_id = told.institution_id and about.id = told.right_id
  where told.lost_on is not null and about.achievement_id is not null;
  return null;
end $$;

create trigger mark_achievements after insert on right_docket
  referencing new table as told for each statement execute function mark_rights_lost();

create trigger mark_achievements_gone after delete on right_docket
  referencing old table as told for each statement execute function mark_rights_lost();

create function mark_rights_moved() returns trigger language plpgsql as $$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct about.institution_id, about.achievement_id from told
  join ip_right as about on about.institution_id = told.institution_id and about.id = told.right_id
  where told.kind in ('transferred', 'struck') and about.achievement_id is not null;
  return null;
end $$;

create trigger mark_achievements after insert on right_event
  referencing new table as told for each statement execute function mark_rights_moved();

create function mark_contracts_changed() returns trigger language plpgsql as $$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct about.institution_id, about.achievement_id from former
  join told using (institution_id, id)
  join contract_achievement as about on about.institution_id = told.institution_id and about.contract_id = told.id
  where (former.kind, former.number, former.signed_on, former.status, former.terminated_on)
    is distinct from (told.kind, told.number, told.signed_on, told.status, told.terminated_on);
  return null;
end $$;

create trigger mark_achievements_changed after update on contract
  referencing old table as former new table as told for each statement execute function mark_contracts_changed();

-- The line of a case moves with every act of it: of a case of the ledger any may be a sign.
create function mark_cases_opened() returns trigger language plpgsql as $$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct institution_id, achievement_id from told
  where achievement_id is not null
    and (procedure = 'asset_ledger' or procedure = 'transfer' and counterparty is not null);
  return null;
end $$;

create trigger mark_achievements after insert on transfer_case
  referencing new table as told for each statement execute function mark_cases_opened();

create function mark_cases_moved() returns trigger language plpgsql as $$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct institution_id, about from former
  join told using (institution_id, id), unnest(array[former.achievement_id, told.achievement_id]) as about
  where about is not null
    and (told.procedure = 'asset_ledger'
      or told.procedure = 'transfer'
        and (former.achievement_id, former.counterparty, former.opened_on, former.status,
            case when 'ended' in (former.status, told.status) then former.last_on end)
          is distinct from (told.achievement_id, told.counterparty, told.opened_on, told.status,
            case when 'ended' in (former.status, told.status) then told.last_on end));
  return null;
end $$;

create trigger mark_achievements_changed after update on transfer_case
  referencing old table as former new table as told for each statement execute function mark_cases_moved();
