-- The register of intellectual property rights: patents, software copyrights, preparations of the
-- hospital. One row per right, kept for good; what became of it is in its chain.

create table ip_right (
  institution_id uuid not null,
  id uuid not null,
  -- 'patent' is a patent whose type is still to be found out.
  kind text not null check (kind in
    ('patent', 'invention', 'utility_model', 'design', 'pct', 'software', 'preparation')),
  -- The number of the application, the registration or the approval.
  number text check (length(number) between 1 and 60),
  title text not null check (length(title) between 1 and 300),
  status text check (status in
    ('granted', 'pending', 'pending_accepted', 'pending_published', 'pending_examination',
     'rejected', 'withdrawn', 'deemed_withdrawn', 'lapsed', 'lapsed_unpaid', 'lapsed_waived',
     'lapsed_expired', 'invalidated', 'transferred', 'registered', 'valid', 'expired',
     'cancelled')),
  publication_no text check (length(publication_no) between 1 and 60),
  version text check (length(version) between 1 and 60),
  dosage_form text check (length(dosage_form) between 1 and 60),
  completed_on ledger_day,
  first_published_on ledger_day,
  filed_on ledger_day,
  -- The day of the grant, of the registration or of the approval.
  granted_on ledger_day,
  valid_to ledger_day,
  inventors text[] not null default '{}',
  -- Owners besides the institution itself.
  co_owners text[] not null default '{}',
  departments text[] not null default '{}',
  agency text check (length(agency) between 1 and 200),
  fee_due_on ledger_day,
  fee_paid_year integer check (fee_paid_year between 1 and 30),
  achievement_id uuid,
  remark text check (length(remark) between 1 and 2000),
  -- The day by which lists are sorted.
  dated_on text not null
    generated always as (coalesce(filed_on, granted_on, completed_on, '')) stored,
  primary key (institution_id, id),
  foreign key (institution_id, achievement_id) references achievement (institution_id, id)
);

select tenant_table('ip_right', 'rights; every change is an entry of the chain of its right');

create unique index ip_right_number on ip_right (institution_id, number);

create index ip_right_newest on ip_right (institution_id, dated_on desc, id desc);

create index ip_right_by_kind on ip_right (institution_id, kind, dated_on desc, id desc);

create index ip_right_by_status on ip_right (institution_id, status, dated_on desc, id desc);

create index ip_right_by_achievement on ip_right (institution_id, achievement_id);

create index ip_right_by_fee on ip_right (institution_id, fee_due_on, id)
  where fee_due_on is not null;

grant select, insert (institution_id, id, kind, number, title, status, publication_no, version,
  dosage_form, completed_on, first_published_on, filed_on, granted_on, valid_to, inventors,
  co_owners, departments, agency, fee_due_on, fee_paid_year, achievement_id, remark)
  on ip_right to yizhuan_app;

grant update (kind, number, title, status, publication_no, version, dosage_form, completed_on,
  first_published_on, filed_on, granted_on, valid_to, inventors, co_owners, departments, agency,
  fee_due_on, fee_paid_year, achievement_id, remark) on ip_right to yizhuan_app;
