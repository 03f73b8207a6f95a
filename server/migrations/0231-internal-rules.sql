-- The rules an institution made for itself (内部制度): what it asks of its people, not what it adds to the law.

create table internal_rule (
  institution_id uuid not null,
  id uuid not null,
  -- A topic of the fact internalRules, as the packs ask for it.
  topic text not null check (topic ~ '^[a-z_]{1,60}$'),
  title text not null check (length(title) between 1 and 200),
  number text check (length(number) between 1 and 80),
  -- The body that approved it, such as the management meeting.
  approved_by text check (length(approved_by) between 1 and 120),
  approved_on date,
  in_force_on date not null,
  -- First day on which it no longer holds: by its own term, or because it was repealed.
  valid_to date check (valid_to > in_force_on),
  ended_on date check (ended_on >= in_force_on),
  -- The day by which it is to be looked at again, where the institution named one.
  review_on date,
  file jsonb,
  remark text check (length(remark) between 1 and 1000),
  primary key (institution_id, id)
);

select tenant_table('internal_rule', 'the rules an institution made for itself, by topic, with their days and document');

create index internal_rule_by_topic on internal_rule (institution_id, topic, in_force_on);

grant select, insert, update (topic, title, number, approved_by, approved_on, in_force_on, valid_to,
  ended_on, review_on, file, remark) on internal_rule to yizhuan_app;

-- What an institution was, from which day on, and by what paper: its level, who it belongs to, its place, its pilot.
create table institution_standing (
  institution_id uuid not null,
  id uuid not null,
  aspect text not null check (aspect in
    ('level', 'ownership', 'research', 'affiliation', 'province', 'pilot')),
  -- Null: from this day on there is none, as when an institution leaves a pilot.
  value text check (length(value) between 1 and 200),
  -- What held before the day, so far as it was known.
  was text check (length(was) between 1 and 200),
  from_day date not null,
  document text check (length(document) between 1 and 300),
  file jsonb,
  annulled_on date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  entered_name text not null,
  primary key (institution_id, id)
);

select tenant_table('institution_standing', 'what an institution was from which day on, and by what document; annulled where entered in error');

create unique index institution_standing_by_day on institution_standing
  (institution_id, aspect, from_day) where annulled_on is null;

grant select, insert, update (annulled_on) on institution_standing to yizhuan_app;
