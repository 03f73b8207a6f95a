-- The ledger of assets: what was spent on each achievement and how finance booked it. Tags are in no table:
-- they follow from rights, contracts and cases. Nothing here is ever changed; a mistake is reversed.

create table asset_cost (
  institution_id uuid not null,
  id uuid not null,
  achievement_id uuid not null,
  spent_on date not null,
  kind text not null check (length(kind) between 1 and 40),
  -- Below nought only where it takes another line back.
  amount_fen bigint not null check (amount_fen <> 0),
  funding text not null check (funding in ('public', 'enterprise', 'own')),
  voucher text not null check (length(voucher) between 1 and 100),
  words text check (length(words) between 1 and 1000),
  files jsonb not null,
  reverses uuid,
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, achievement_id) references achievement (institution_id, id),
  foreign key (institution_id, reverses) references asset_cost (institution_id, id),
  check ((reverses is not null) = (amount_fen < 0))
);

select tenant_table('asset_cost', 'what was spent on achievements, voucher by voucher; each also in the chain of its asset');

select append_only('asset_cost');

create index asset_cost_by_achievement on asset_cost (institution_id, achievement_id, spent_on, id);

create unique index asset_cost_reversed_once on asset_cost (institution_id, reverses)
  where reverses is not null;

grant select, insert on asset_cost to yizhuan_app;

create table asset_booking (
  institution_id uuid not null,
  id uuid not null,
  achievement_id uuid not null,
  period text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  -- 'first': costs as they arise; 'release': collected costs once development ended; 'disposal': off the books.
  step text not null check (step in ('first', 'release', 'disposal')),
  treatment text not null check (length(treatment) between 1 and 40),
  amount_fen bigint not null,
  article text not null check (length(article) between 1 and 200),
  outcome text not null check (outcome in ('accepted', 'returned')),
  voucher text check (length(voucher) between 1 and 100),
  reason text check (length(reason) between 1 and 1000),
  decided_on date not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  decided_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, achievement_id) references achievement (institution_id, id),
  check ((outcome = 'accepted') = (voucher is not null)),
  check ((outcome = 'returned') = (reason is not null))
);

select tenant_table('asset_booking', 'what finance booked of the proposals of the ledger of assets, and what it gave back');

select append_only('asset_booking');

create index asset_booking_by_achievement on asset_booking (institution_id, achievement_id, decided_on, id);

grant select, insert on asset_booking to yizhuan_app;

create table asset_booking_cost (
  institution_id uuid not null,
  booking_id uuid not null,
  cost_id uuid not null,
  step text not null check (step in ('first', 'release')),
  -- A cost is booked once as it arises, and once more where it was collected.
  primary key (institution_id, cost_id, step),
  foreign key (institution_id, booking_id) references asset_booking (institution_id, id),
  foreign key (institution_id, cost_id) references asset_cost (institution_id, id)
);

select tenant_table('asset_booking_cost', 'which costs a booking is about; none is booked twice');

select append_only('asset_booking_cost');

create index asset_booking_cost_by_booking on asset_booking_cost (institution_id, booking_id);

grant select, insert on asset_booking_cost to yizhuan_app;
