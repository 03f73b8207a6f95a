-- Papers that prove what the docket says: of a right, or of one of its events (a notice, a reply, a receipt).
create table right_file (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  event_id uuid,
  name text not null check (length(name) between 1 and 255),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  added_on date not null,
  added_name text not null,
  -- Taken away: it is shown no more, and stays in the history of its right.
  withdrawn_on date,
  withdrawn_name text,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 300),
  primary key (institution_id, id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  foreign key (institution_id, event_id) references right_event (institution_id, id),
  foreign key (institution_id, sha256) references file (institution_id, sha256),
  check ((withdrawn_on is null) = (withdrawn_name is null)),
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);

select tenant_table('right_file', 'papers attached to rights and their events');

create index right_file_by_right on right_file (institution_id, right_id, id);

create index right_file_by_hash on right_file (institution_id, sha256);

grant select, insert, update (withdrawn_on, withdrawn_name, withdrawn_reason) on right_file to yizhuan_app;
