-- An official text comes as a file, and a person answers what the parser doubts in it.

alter table policy_text add column id uuid not null default gen_random_uuid();

alter table policy_text add column format text check (format in ('txt', 'docx', 'pdf', 'html'));

alter table policy_text add column file_name text check (length(file_name) between 1 and 255);

alter table policy_text add column file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$');

alter table policy_text add column imported_name text;

alter table policy_text add constraint policy_text_id unique (institution_id, id);

grant insert (id, format, file_name, file_sha256, imported_name) on policy_text to yizhuan_app;

-- The newest answer to a doubt counts; a line corrected says what it reads.
create table text_answer (
  institution_id uuid not null,
  text_id uuid not null,
  seq integer not null check (seq > 0),
  line integer not null check (line >= 0),
  kind text not null check (length(kind) between 1 and 60),
  answer text not null check (answer in
    ('accepted', 'new-paragraph', 'continuation', 'not-a-marker', 'corrected')),
  correction text check (length(correction) <= 2000),
  at timestamptz not null,
  by_person uuid not null,
  by_name text not null,
  primary key (institution_id, text_id, seq),
  foreign key (institution_id, text_id) references policy_text (institution_id, id),
  check ((answer = 'corrected') = (correction is not null))
);

select tenant_table('text_answer', 'what people answered to the doubts of the parser, with who and when');

select append_only('text_answer');

grant select, insert on text_answer to yizhuan_app;
