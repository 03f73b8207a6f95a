-- The desk shows the most urgent of an institution's deadlines and the cases that wait longest: each
-- read from the front of an index, where before all of them were joined and sorted.

create index case_due_by_urgency on case_due (institution_id, (coalesce(due, opens)));

create index transfer_case_waiting on transfer_case (institution_id, last_on, number)
  where status in ('open', 'suspended');
