-- What the institution decides where an audit found that a licensee stated and paid too much: it goes back, or the next
-- periods owe less by it. Once for an audit; it goes with the audit where that is taken back.
create table royalty_audit_decision (
  institution_id uuid not null,
  audit_id uuid not null,
  way text not null check (way in ('refund', 'credit')),
  on_day date not null,
  reason text not null check (length(reason) between 1 and 500),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, audit_id),
  foreign key (institution_id, audit_id) references royalty_audit (institution_id, id)
);

select tenant_table('royalty_audit_decision', 'what becomes of what a licensee paid too much; each also in the chain of its contract');

select append_only('royalty_audit_decision');

grant select, insert on royalty_audit_decision to yizhuan_app;

-- By how much a later period owes less; what is taken off again, because the period was stated anew or is owed no
-- more, is a line below nought.
create table royalty_credit (
  institution_id uuid not null,
  audit_id uuid not null,
  seq integer not null check (seq > 0),
  receivable_id uuid not null,
  minor bigint not null check (minor <> 0),
  primary key (institution_id, audit_id, seq),
  foreign key (institution_id, audit_id) references royalty_audit_decision (institution_id, audit_id),
  foreign key (institution_id, receivable_id) references receivable (institution_id, id)
);

select tenant_table('royalty_credit', 'by how much periods of royalties owe less for what was paid too much before; the statement or the decision that made it stands in the chain of its contract');

select append_only('royalty_credit');

create index royalty_credit_of on royalty_credit (institution_id, receivable_id);

grant select, insert on royalty_credit to yizhuan_app;
