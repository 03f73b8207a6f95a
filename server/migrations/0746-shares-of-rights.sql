-- Who owns a right with the house, who bears its fees, and what became of each fee that others owe a part of.

-- From a day on, until the next one begins: on no day do the shares make more or less than the whole.
create table right_party_set (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  from_day date not null,
  -- Each with its role, its share of the title, its share of the fees, and through what year its fees are reduced.
  parties jsonb not null check (jsonb_typeof(parties) = 'array' and jsonb_array_length(parties) > 0),
  -- By what: an agreement, a decision, a licence.
  basis text not null check (length(basis) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id)
);

select tenant_table('right_party_set', 'who owns a right and bears its fees from a day on; of one day the newest counts');

select append_only('right_party_set');

create index right_party_set_by_right on right_party_set (institution_id, right_id, from_day, id);

grant select, insert on right_party_set to yizhuan_app;

-- What was claimed of others for a paid fee, and what came: money of the fee, no income of a case. An entry made by
-- mistake is taken back by one of its own.
create table right_cost_entry (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  -- The payment of the fee.
  event_id uuid not null,
  party text not null check (length(party) between 1 and 200),
  kind text not null check (kind in ('claimed', 'received')),
  fen bigint not null check (fen > 0),
  on_day date not null,
  -- The letter of the claim, or the voucher of the receipt; why it is taken back.
  document text not null check (length(document) between 1 and 300),
  reverses uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_name text not null,
  primary key (institution_id, id),
  unique (institution_id, reverses),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  foreign key (institution_id, event_id) references right_event (institution_id, id),
  foreign key (institution_id, reverses) references right_cost_entry (institution_id, id)
);

select tenant_table('right_cost_entry', 'claims on co-owners and licensees for fees of rights, and what came of them');

select append_only('right_cost_entry');

create index right_cost_entry_by_event on right_cost_entry (institution_id, right_id, event_id);

grant select, insert on right_cost_entry to yizhuan_app;
