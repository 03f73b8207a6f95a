-- Whether what falls due on the very day on which a contract ends is still owed: whoever ends it says so, since the
-- law leaves it to the contract (article 566 of the Civil Code ends what is not performed yet).
alter table payment_terms add column owes_last_day boolean not null default false
  check (not owes_last_day or kind = 'ended');
