-- Which acts a case waits for, and whose turn it is: projected after every act, so that a desk is
-- read without replaying any case.

create table case_next (
  institution_id uuid not null,
  case_id uuid not null,
  act text not null,
  roles text[] not null,
  primary key (institution_id, case_id, act),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('case_next', 'the acts that the main line of a case waits for, as of its last act');

grant select, insert, delete on case_next to yizhuan_app;
