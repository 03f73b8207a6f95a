-- A receipt in another currency may pay a receivable in yuan: so many yuan of it as arrived at the rate of its day, and
-- beside them what of the foreign amount was used.
alter table receivable_match
  add column used_minor bigint,
  add check (used_minor is null or (minor = fen and case when takes_back is null then used_minor >= 0
    else used_minor <= 0 end));
