-- An audit of a licensee's books names the period it looked at. What it found to be stated too little is owed as a
-- payment of its own, once for a period; taken back with the audit.
alter table royalty_audit
  add column term text check (length(term) between 1 and 40),
  add column period_from date,
  -- By when the difference is to be paid.
  add column due_on date,
  add constraint royalty_audit_period check ((term is null) = (period_from is null)),
  add constraint royalty_audit_due check (due_on is null or (difference_minor > 0 and period_from is not null));

comment on column royalty_audit.difference_minor is
  'what was stated too little, where a difference was found; below nought what was stated too much';

create table royalty_audit_taken_back (
  institution_id uuid not null,
  audit_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, audit_id),
  foreign key (institution_id, audit_id) references royalty_audit (institution_id, id)
);

select tenant_table('royalty_audit_taken_back', 'audits that were recorded by mistake, and why they were taken back; each also in the chain of its contract');

select append_only('royalty_audit_taken_back');

grant select, insert on royalty_audit_taken_back to yizhuan_app;

alter table receivable
  drop constraint receivable_kind_check,
  add constraint receivable_kind_check check (kind in ('fixed', 'milestone', 'royalty', 'audit')),
  -- The audit that found it.
  add column audit_id uuid,
  add constraint receivable_of_audit check ((kind = 'audit') = (audit_id is not null)),
  add foreign key (institution_id, audit_id) references royalty_audit (institution_id, id),
  add unique (institution_id, audit_id);

grant insert (audit_id) on receivable to yizhuan_app;
