-- Checkpoints: once a day all chain heads of an institution go into a Merkle tree whose signed root is
-- published. What was recorded before cannot be changed afterwards without the root telling.

drop table checkpoint;

create table checkpoint_leaf (
  institution_id uuid not null,
  chain text not null,
  day date not null,
  seq integer not null check (seq >= 1),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (institution_id, chain, day)
);

select tenant_table('checkpoint_leaf',
  'the head of each chain on the days it had moved; the tree of a day is the newest leaf of each');

select append_only('checkpoint_leaf');

grant select, insert on checkpoint_leaf to yizhuan_app;

-- Published: it names no chain, so anybody may read it, and no policy has to be opened to the public.
create table checkpoint (
  institution_id uuid not null references institution (id),
  day date not null,
  made_at timestamptz not null,
  size integer not null check (size >= 1),
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  previous text not null check (previous ~ '^[0-9a-f]{64}$'),
  signature text not null,
  public_key text not null,
  primary key (institution_id, day)
);

comment on table checkpoint is 'reference: the published daily roots over all chains of an institution, signed';

create index checkpoint_newest on checkpoint (day desc, institution_id);

select append_only('checkpoint');

grant select, insert on checkpoint to yizhuan_app;
