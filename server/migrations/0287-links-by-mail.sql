-- A link may be mailed to an inventor who has no account. The address and the link are sealed, and are
-- taken away once the mail has left or was given up; what stays shows the address by its ends alone.

alter table inventor_confirmation
  add column mail_sealed text,
  add column mail_to text check (length(mail_to) between 3 and 200),
  add column mail_attempts integer not null default 0,
  add column mail_trouble text,
  add column mailed_at timestamptz,
  add column mail_gave_up_at timestamptz,
  add check (mail_sealed is null or mail_to is not null),
  add check (mailed_at is null or mail_gave_up_at is null);

grant update (mail_sealed, mail_attempts, mail_trouble, mailed_at, mail_gave_up_at)
  on inventor_confirmation to yizhuan_app;
