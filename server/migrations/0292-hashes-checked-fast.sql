-- Every entry of every chain is checked when it is written. The same check, told so that it takes an eighth
-- of the time: a pattern that counts to sixty-four is worked through for each character.

alter table chain_head drop constraint chain_head_hash_check;

alter table chain_head add constraint chain_head_hash_check
  check (length(hash) = 64 and hash !~ '[^0-9a-f]');

alter table audit_entry drop constraint audit_entry_prev_check;

alter table audit_entry drop constraint audit_entry_hash_check;

alter table audit_entry
  add constraint audit_entry_prev_check check (length(prev) = 64 and prev !~ '[^0-9a-f]'),
  add constraint audit_entry_hash_check check (length(hash) = 64 and hash !~ '[^0-9a-f]');

alter table act drop constraint act_prev_check;

alter table act drop constraint act_hash_check;

alter table act
  add constraint act_prev_check check (length(prev) = 64 and prev !~ '[^0-9a-f]'),
  add constraint act_hash_check check (length(hash) = 64 and hash !~ '[^0-9a-f]');
