-- Technology contracts are registered with a registrar: the form of each attempt, what befell it, and the
-- income of it that the registrar verified, receipt by receipt.

create table registration (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  -- The first attempt is 1; after a refusal or a revocation there may be another.
  attempt integer not null check (attempt >= 1),
  state text not null check (state in ('draft', 'submitted', 'text_received', 'in_review', 'registered',
    'changed', 'refused', 'not_technology', 'terminated', 'revoked')),
  title text not null check (length(title) between 1 and 300),
  -- Codes are those of the lists in packs/registration.
  kind text check (length(kind) between 1 and 40),
  signed_on ledger_day,
  term_from ledger_day,
  term_to ledger_day,
  seller_name text not null check (length(seller_name) between 1 and 200),
  seller_nature text check (length(seller_nature) between 1 and 40),
  seller_country text check (seller_country ~ '^[A-Z]{3}$'),
  seller_region text check (seller_region ~ '^[0-9]{6}$'),
  buyer_name text check (length(buyer_name) between 1 and 200),
  buyer_uscc text check (buyer_uscc ~ '^[0-9A-Z]{18}$'),
  buyer_nature text check (length(buyer_nature) between 1 and 40),
  buyer_country text check (buyer_country ~ '^[A-Z]{3}$'),
  buyer_region text check (buyer_region ~ '^[0-9]{6}$'),
  amount_fen bigint check (amount_fen >= 0),
  technology_fen bigint check (technology_fen >= 0),
  investment_fen bigint check (investment_fen >= 0),
  output_fen bigint check (output_fen >= 0),
  ip text check (length(ip) between 1 and 40),
  field text check (length(field) between 1 and 40),
  plan text check (length(plan) between 1 and 40),
  purpose text check (length(purpose) between 1 and 40),
  payment text check (length(payment) between 1 and 40),
  registrar text check (length(registrar) between 1 and 200),
  remark text check (length(remark) between 1 and 2000),
  -- What it came to. Registrars number in ways of their own: the number is kept as it is.
  number text check (length(number) between 1 and 60),
  decided_on ledger_day,
  recognised_fen bigint check (recognised_fen >= 0),
  certificate jsonb not null default '[]',
  reason text check (length(reason) between 1 and 2000),
  dated_on text not null generated always as (coalesce(signed_on, '')) stored,
  primary key (institution_id, id),
  unique (institution_id, contract_id, attempt),
  foreign key (institution_id, contract_id) references contract (institution_id, id),
  check (technology_fen is null or amount_fen is null or technology_fen <= amount_fen)
);

select tenant_table('registration', 'attempts to register technology contracts; every change is an entry of the chain of its record');

-- One attempt at a time.
create unique index registration_open on registration (institution_id, contract_id)
  where state not in ('refused', 'revoked');

create index registration_newest on registration (institution_id, dated_on desc, id desc);

grant select, insert (institution_id, id, contract_id, attempt, state, title, kind, signed_on, term_from,
  term_to, seller_name, seller_nature, seller_country, seller_region, buyer_name, buyer_uscc, buyer_nature,
  buyer_country, buyer_region, amount_fen, technology_fen, investment_fen, output_fen, ip, field, plan,
  purpose, payment, registrar, remark, number, decided_on, recognised_fen, certificate, reason),
  update (state, title, kind, signed_on, term_from, term_to, seller_name, seller_nature, seller_country,
  seller_region, buyer_name, buyer_uscc, buyer_nature, buyer_country, buyer_region, amount_fen,
  technology_fen, investment_fen, output_fen, ip, field, plan, purpose, payment, registrar, remark, number,
  decided_on, recognised_fen, certificate, reason) on registration to yizhuan_app;

create table registration_event (
  institution_id uuid not null,
  registration_id uuid not null,
  seq integer not null check (seq >= 1),
  step text not null check (length(step) between 1 and 40),
  on_day date not null,
  words text check (length(words) between 1 and 2000),
  files jsonb not null,
  -- The act of the case that said so.
  case_id uuid,
  act_seq integer,
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, registration_id, seq),
  foreign key (institution_id, registration_id) references registration (institution_id, id),
  check ((case_id is null) = (act_seq is null))
);

select tenant_table('registration_event', 'what befell attempts to register technology contracts; each also in the chain of its attempt');

select closed_with_its_case('registration_event');

select append_only('registration_event');

create unique index registration_event_of_act on registration_event (institution_id, case_id, act_seq)
  where case_id is not null;

grant select, insert on registration_event to yizhuan_app;

create table income_verification (
  institution_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  seq integer not null check (seq >= 1),
  state text not null check (state in ('to_approve', 'drawn', 'verified', 'void')),
  drawn_on date not null,
  -- The sum of its lines, and who is to have what of it as a reward.
  amount_fen bigint not null check (amount_fen > 0),
  rewards jsonb not null,
  reward_fen bigint not null check (reward_fen >= 0),
  remark text check (length(remark) between 1 and 1000),
  -- The rule by which a second person approves; none where none asks.
  approval_rule text check (length(approval_rule) between 1 and 500),
  drawn_by uuid not null,
  drawn_name text not null,
  approved_at timestamptz,
  approved_by uuid,
  approved_name text,
  verified_on date,
  number text check (length(number) between 1 and 60),
  files jsonb not null,
  void_reason text check (length(void_reason) between 1 and 1000),
  primary key (institution_id, id),
  unique (institution_id, registration_id, seq),
  foreign key (institution_id, registration_id) references registration (institution_id, id),
  check (reward_fen <= amount_fen),
  check ((approved_by is null) = (approved_at is null)),
  check (approved_by is distinct from drawn_by),
  check (approval_rule is null or state in ('to_approve', 'void') or approved_by is not null),
  check ((state = 'void') = (void_reason is not null)),
  check (state <> 'verified' or verified_on is not null)
);

select tenant_table('income_verification', 'technology income that a registrar verifies; every change is an entry of the chain of its registration');

grant select, insert (institution_id, id, registration_id, seq, state, drawn_on, amount_fen, rewards,
  reward_fen, remark, approval_rule, drawn_by, drawn_name, files),
  update (state, approved_at, approved_by, approved_name, verified_on, number, files, void_reason)
  on income_verification to yizhuan_app;

create table income_verification_line (
  institution_id uuid not null,
  verification_id uuid not null,
  receipt_id uuid not null,
  fen bigint not null check (fen > 0),
  is_void boolean not null default false,
  primary key (institution_id, verification_id, receipt_id),
  foreign key (institution_id, verification_id) references income_verification (institution_id, id),
  foreign key (institution_id, receipt_id) references receipt (institution_id, id)
);

select tenant_table('income_verification_line', 'which receipt counts how much as technology income');

-- A receipt is verified once, whatever two people do at once.
create unique index income_verified_once on income_verification_line (institution_id, receipt_id)
  where not is_void;

grant select, insert (institution_id, verification_id, receipt_id, fen), update (is_void)
  on income_verification_line to yizhuan_app;

-- Never more than was received and not given back.
create function verified_within_receipt() returns trigger language plpgsql as $$
declare
  received bigint;
begin
  select amount_fen - coalesce((
      select sum(fen) from receipt_refund
      where receipt_refund.institution_id = receipt.institution_id and receipt_refund.receipt_id = receipt.id), 0)
  into received
  from receipt
  where institution_id = new.institution_id and id = new.receipt_id;
  if received is null or new.fen > received then
    raise exception 'more income verified than was received of receipt %', new.receipt_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger verified_within_receipt before insert on income_verification_line
  for each row execute function verified_within_receipt();
