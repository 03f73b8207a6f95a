-- Who was asked is told by their staff number, where they have one: a place in the team may go to somebody else.

alter table inventor_confirmation add column staff_no text;
