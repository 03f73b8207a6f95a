-- A royalty may be so much for each piece: then what was sold is their number, and this is what was counted.

alter table royalty_statement add column base_unit text check (length(base_unit) between 1 and 20);

comment on column royalty_statement.base_unit is 'what was counted, where the royalty is by the piece; base_minor is then their number';
