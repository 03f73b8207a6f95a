-- What ties people to enterprises, as they declare it themselves: whole each time, and never changed afterwards.

create table interest_declaration (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  declared_on date not null,
  -- The last day on which it is still good; the period is a setting of the platform (packs/institution).
  valid_until date not null check (valid_until > declared_on),
  -- Nothing to declare is said, not left open.
  has_none boolean not null,
  declared_at timestamptz not null,
  primary key (institution_id, id),
  foreign key (institution_id, person_id) references person (institution_id, id)
);

select tenant_table('interest_declaration', 'what a person declared of ties to enterprises, on which day and how long it is good; append-only');

select append_only('interest_declaration');

create index interest_declaration_by_person on interest_declaration
  (institution_id, person_id, declared_on desc, declared_at desc);

grant select, insert on interest_declaration to yizhuan_app;

create table interest_item (
  institution_id uuid not null,
  declaration_id uuid not null,
  line integer not null check (line >= 1),
  tie text not null check (tie ~ '^[a-z_]{1,40}$'),
  through text not null check (through ~ '^[a-z_]{1,40}$'),
  -- The name of a relative is sealed; its end alone is shown.
  holder_masked text,
  holder_sealed text,
  enterprise text not null check (length(enterprise) between 1 and 200),
  -- As it is compared: without spaces, brackets and the long form of limited company.
  enterprise_key text not null,
  uscc text check (uscc ~ '^[0-9A-Z]{18}$'),
  detail text check (length(detail) between 1 and 300),
  primary key (institution_id, declaration_id, line),
  foreign key (institution_id, declaration_id)
    references interest_declaration (institution_id, id)
);

select tenant_table('interest_item', 'the enterprises of a declaration, one line each; append-only');

select append_only('interest_item');

create index interest_item_by_enterprise on interest_item (institution_id, enterprise_key);

create index interest_item_by_uscc on interest_item (institution_id, uscc) where uscc is not null;

grant select, insert on interest_item to yizhuan_app;
