-- The docket: what befell each right, event by event; the fees and clocks that follow from it; who decided
-- to keep a right or to let it go; and the batches in which fees are paid.

alter table ip_right drop constraint ip_right_kind_check;

alter table ip_right add constraint ip_right_kind_check check (kind in
  ('patent', 'invention', 'utility_model', 'design', 'pct', 'software', 'layout', 'variety',
   'preparation', 'trademark', 'know_how'));

create table right_event (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  -- 'struck' takes another event out of the record: that one stays readable and counts no more.
  kind text not null check (length(kind) between 1 and 40),
  on_day date not null,
  source text not null check (length(source) between 1 and 300),
  -- What the event tells besides its day: a year, an amount, a reference.
  told jsonb not null default '{}',
  strikes uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  foreign key (institution_id, strikes) references right_event (institution_id, id),
  check ((kind = 'struck') = (strikes is not null))
);

select tenant_table('right_event', 'what befell a right, each with its day and source; append-only');

select append_only('right_event');

create index right_event_by_right on right_event (institution_id, right_id, on_day, id);

create unique index right_event_struck_once on right_event (institution_id, strikes)
  where strikes is not null;

grant select, insert on right_event to yizhuan_app;

create table right_relation (
  institution_id uuid not null,
  -- The later of the two: the application that claims, enters or was divided.
  right_id uuid not null,
  earlier_id uuid not null check (earlier_id <> right_id),
  kind text not null check (kind in ('priority', 'national', 'divisional')),
  primary key (institution_id, right_id, earlier_id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  foreign key (institution_id, earlier_id) references ip_right (institution_id, id)
);

select tenant_table('right_relation', 'families of rights: priorities, national phases, divisionals');

create index right_relation_earlier on right_relation (institution_id, earlier_id);

grant select, insert, delete on right_relation to yizhuan_app;

create table right_docket (
  institution_id uuid not null,
  right_id uuid not null,
  -- The day it came into the register: what had run out before is not asked for.
  docketed_on date not null,
  state text not null,
  since date,
  -- Lost over an annual fee that could still be paid when the right was here already, as from this day.
  lost_on date,
  -- Up to what year the fees are paid, as told with the right itself; its single payments are events.
  told_year integer,
  -- No payment is recorded: fees up to this year were taken for paid, since the register says it is in force.
  assumed_through integer,
  -- The data and calendars it was counted with.
  basis text not null,
  primary key (institution_id, right_id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id)
);

select tenant_table('right_docket', 'where a right stands, counted from its events; can be counted anew');

create index right_docket_lost on right_docket (institution_id, lost_on) where lost_on is not null;

create index right_docket_basis on right_docket (institution_id, basis);

grant select, insert, delete on right_docket to yizhuan_app;

create table right_fee (
  institution_id uuid not null,
  right_id uuid not null,
  year integer not null check (year >= 1),
  due_on date not null,
  payable_until date not null,
  -- None for the fee of the grant.
  grace_until date,
  full_fen bigint not null check (full_fen > 0),
  fee_fen bigint not null check (fee_fen >= 0),
  paid_fen bigint not null check (paid_fen >= 0),
  -- From what day it was counted, and whether rest days moved it.
  counted jsonb not null,
  verified boolean not null,
  primary key (institution_id, right_id, year),
  foreign key (institution_id, right_id) references ip_right (institution_id, id)
);

select tenant_table('right_fee', 'the unpaid annual fees of a right, counted from its events; can be counted anew');

create index right_fee_by_day on right_fee (institution_id, payable_until, right_id, year);

create index right_fee_by_grace on right_fee (institution_id, grace_until) where grace_until is not null;

grant select, insert, delete on right_fee to yizhuan_app;

create table right_clock (
  institution_id uuid not null,
  right_id uuid not null,
  key text not null check (length(key) between 1 and 120),
  type text not null check (type in ('deadline', 'opening', 'notice')),
  ends_on date not null,
  title jsonb not null,
  counted jsonb not null,
  cite text not null,
  primary key (institution_id, right_id, key),
  foreign key (institution_id, right_id) references ip_right (institution_id, id)
);

select tenant_table('right_clock', 'the other clocks that run on a right, counted from its events; can be counted anew');

create index right_clock_by_day on right_clock (institution_id, ends_on, right_id);

grant select, insert, delete on right_clock to yizhuan_app;

create table right_review (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  -- The year of term whose fee it is about.
  year integer not null check (year >= 1),
  decision text not null check (decision in ('keep', 'abandon', 'sell', 'open_licence')),
  reason text not null check (length(reason) between 1 and 1000),
  decided_on date not null,
  decided_by uuid not null,
  decided_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id)
);

select tenant_table('right_review', 'who decided why to keep a right, sell, license or let it go; the newest counts');

select append_only('right_review');

create index right_review_by_right on right_review (institution_id, right_id, year, id);

grant select, insert on right_review to yizhuan_app;
