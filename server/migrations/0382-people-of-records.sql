-- Whose record of plans and teams it is, a person asks of all records of the house: only these acts name them.
create index act_naming_people on act (institution_id, type)
  where type in ('planDrafted', 'serviceOpened', 'rewardPlanned');
