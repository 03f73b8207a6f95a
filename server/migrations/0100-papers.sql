-- Papers made from the facts of cases, and the templates that institutions put in the place of ours.

create table paper_template (
  institution_id uuid not null,
  paper text not null check (length(paper) between 1 and 60),
  version integer not null check (version > 0),
  sha256 text,
  name text check (length(name) between 1 and 255),
  at timestamptz not null,
  by_person uuid not null,
  by_name text not null,
  primary key (institution_id, paper, version),
  foreign key (institution_id, sha256) references file (institution_id, sha256),
  check ((sha256 is null) = (name is null))
);

select tenant_table('paper_template',
  'the template of a paper from a version on; without a file the standard one was put back');

select append_only('paper_template');

grant select, insert on paper_template to yizhuan_app;

create table paper_made (
  institution_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  paper text not null check (length(paper) between 1 and 60),
  format text not null check (format in ('docx', 'pdf')),
  sha256 text not null,
  name text not null check (length(name) between 1 and 255),
  size integer not null check (size > 0),
  seq integer not null check (seq > 0),
  entry_hash text not null check (entry_hash ~ '^[0-9a-f]{64}$'),
  law text not null,
  template_version integer,
  missing integer not null check (missing >= 0),
  at timestamptz not null,
  by_person uuid not null,
  by_name text not null,
  primary key (institution_id, case_id, id),
  unique (institution_id, case_id, paper, sha256),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id),
  foreign key (institution_id, sha256) references file (institution_id, sha256)
);

select tenant_table('paper_made', 'a paper made of a case: after which act, under which law, by whom');

select append_only('paper_made');

grant select, insert on paper_made to yizhuan_app;
