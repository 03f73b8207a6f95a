-- What was delegated for one closed case is seen by its readers alone.
select closed_with_its_case('delegation');
