-- A notice that turns out to touch a secret is taken out of public view (gd-2025#a11.p1); it stays in
-- the record of its case.
alter table public_notice drop constraint public_notice_state_check;
alter table public_notice add constraint public_notice_state_check
  check (state in ('running', 'suspended', 'ended', 'superseded', 'withdrawn'));
