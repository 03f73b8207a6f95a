-- Law packs belong to the installation. What governs is a row of pack_revision: the files a release
-- brings are recorded there when they are first seen, and amendments when a second person publishes them.

-- The institution entrusted with the packs: the first one founded here. Only the database's owner can
-- entrust another.
create table law_keeper (
  one boolean primary key default true check (one),
  institution_id uuid not null references institution (id)
);

comment on table law_keeper is 'central: the institution whose policy officers keep the law packs';

insert into law_keeper (institution_id) select id from institution order by created_at limit 1;

grant select, insert (institution_id) on law_keeper to yizhuan_app;

create function keeps_law() returns boolean language sql stable as $$
  select exists (select from law_keeper
    where institution_id = nullif(current_setting('app.institution', true), '')::uuid)
$$;

create table pack_revision (
  pack text not null check (length(pack) between 1 and 60),
  revision integer not null check (revision > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  origin text not null check (origin in ('shipped', 'published')),
  -- As written, so that the order of its parts stays; the hash does not depend on it.
  content json not null,
  documents json,
  base integer,
  -- The files of a release that this revision took over.
  release_hash text check (release_hash ~ '^[0-9a-f]{64}$'),
  change text check (change in ('law-changed', 'encoding-corrected')),
  note text check (length(note) between 1 and 2000),
  edits jsonb,
  -- The same as people read it, as it was published.
  changes jsonb,
  amendment_id uuid,
  authors jsonb,
  reviewed_by uuid,
  reviewed_name text,
  recorded_on date not null,
  recorded_at timestamptz not null,
  primary key (pack, revision),
  check ((origin = 'shipped') = (amendment_id is null)),
  check (origin = 'shipped' or (documents is not null and change is not null and note is not null
    and edits is not null and changes is not null and authors is not null and reviewed_by is not null
    and reviewed_name is not null and base is not null))
);

comment on table pack_revision is 'central: every revision of a law pack, read by all, written once';

alter table pack_revision enable row level security;

alter table pack_revision force row level security;

create policy read_by_all on pack_revision for select using (true);

create policy recorded_at_start on pack_revision for insert with check (
  origin = 'shipped' and current_setting('app.roles', true) = 'system');

-- The second person: an officer of the institution entrusted, and none of the authors.
create policy published_by_another on pack_revision for insert with check (
  origin = 'published' and keeps_law()
  and 'policy_officer' = any (string_to_array(current_setting('app.roles', true), ','))
  and reviewed_by = nullif(current_setting('app.person', true), '')::uuid
  and not authors @> jsonb_build_array(jsonb_build_object('person', reviewed_by)));

select append_only('pack_revision');

grant select, insert on pack_revision to yizhuan_app;

create table pack_amendment (
  institution_id uuid not null,
  id uuid not null,
  pack text not null check (length(pack) between 1 and 60),
  -- What it starts from: the newest revision, or the files of a release that wait.
  origin text not null check (origin in ('newest', 'release')),
  state text not null check (state in ('open', 'submitted', 'published', 'withdrawn')),
  seq integer not null default 1,
  edits jsonb not null,
  authors jsonb not null,
  change text check (change in ('law-changed', 'encoding-corrected')),
  note text check (length(note) between 1 and 2000),
  -- The revision it was submitted upon: when another was recorded meanwhile, it is looked at again.
  base integer,
  returned jsonb,
  begun_on date not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (institution_id, id)
);

select tenant_table('pack_amendment', 'amendments of law packs being drafted; each step is an entry of the pack''s chain');

create unique index pack_amendment_one_at_a_time on pack_amendment (institution_id, pack)
  where state in ('open', 'submitted');

grant select, insert,
  update (state, seq, edits, authors, change, note, base, returned, changed_at) on pack_amendment to yizhuan_app;

-- By which revisions a case is judged: those of its opening, until somebody moves it to newer ones.
create table case_law (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null check (seq > 0),
  revisions jsonb not null,
  since date not null,
  at timestamptz not null,
  by_person uuid not null,
  by_name text not null,
  reason text check (length(reason) between 1 and 2000),
  primary key (institution_id, case_id, seq),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id)
);

select tenant_table('case_law', 'which revisions of the packs judge a case, from when on, and who moved it there');

select append_only('case_law');

grant select, insert on case_law to yizhuan_app;
