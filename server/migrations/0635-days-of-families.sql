-- The day on which a divisional was submitted, or a national phase entered: the register keeps the day of
-- filing that such a right has from the earlier one.
alter table right_relation add column on_day date;
