-- The bonus that inventors have for the grant of a patent: proposed from the clock of the docket, approved by
-- a second person, paid share by share, each payment with its proof. Nothing paid is ever changed.

create table grant_bonus (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  -- The patent as it was when the bonus was proposed, and the last day to pay it by its docket.
  right_kind text not null check (right_kind in ('invention', 'utility_model', 'design')),
  right_number text check (length(right_number) between 1 and 100),
  right_title text not null check (length(right_title) between 1 and 300),
  granted_on text not null check (granted_on ~ '^\d{4}-\d{2}-\d{2}$'),
  due_on text not null check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),
  -- By the least amount of the law, or by a rule or agreement that names another one.
  basis text not null check (basis in ('least', 'agreed')),
  rule text check (length(rule) between 1 and 300),
  -- Why it stays below the least amount, while that one is not confirmed against the gazette.
  despite text check (length(despite) between 1 and 1000),
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('proposed', 'approved', 'paid', 'withdrawn')),
  files jsonb not null,
  remark text check (length(remark) between 1 and 2000),
  proposed_on text not null check (proposed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  proposed_by uuid not null,
  proposed_name text not null,
  approved_on text check (approved_on ~ '^\d{4}-\d{2}-\d{2}$'),
  approved_by uuid check (approved_by <> proposed_by),
  approved_name text,
  -- Why it was withdrawn.
  withdrawn_for text check (length(withdrawn_for) between 1 and 1000),
  -- The day its last share was paid, and the event of the docket that says so.
  paid_on text check (paid_on ~ '^\d{4}-\d{2}-\d{2}$'),
  event_id uuid,
  dated_on text not null generated always as (granted_on) stored,
  primary key (institution_id, id),
  foreign key (institution_id, right_id) references ip_right (institution_id, id),
  check ((basis = 'agreed') = (rule is not null)),
  check ((state = 'withdrawn') = (withdrawn_for is not null)),
  check ((state = 'paid') = (paid_on is not null)),
  check (state not in ('approved', 'paid') or approved_by is not null)
);

select tenant_table('grant_bonus', 'bonuses at grant; every change is an entry of the chain of its record');

create index grant_bonus_newest on grant_bonus (institution_id, dated_on desc, id desc);

-- A patent has one bonus at grant.
create unique index grant_bonus_once on grant_bonus (institution_id, right_id) where state <> 'withdrawn';

grant select, insert (institution_id, id, right_id, right_kind, right_number, right_title, granted_on, due_on,
  basis, rule, despite, amount_fen, state, files, remark, proposed_on, proposed_by, proposed_name, approved_on,
  approved_by, approved_name, withdrawn_for, paid_on, event_id),
  update (state, approved_on, approved_by, approved_name, withdrawn_for, paid_on, event_id)
  on grant_bonus to yizhuan_app;

create table grant_bonus_share (
  institution_id uuid not null,
  bonus_id uuid not null,
  place smallint not null check (place >= 1),
  name text not null check (length(name) between 1 and 100),
  amount_fen bigint not null check (amount_fen > 0),
  primary key (institution_id, bonus_id, place),
  unique (institution_id, bonus_id, name),
  foreign key (institution_id, bonus_id) references grant_bonus (institution_id, id)
);

select tenant_table('grant_bonus_share', 'how a bonus at grant is shared among the inventors');

select append_only('grant_bonus_share');

grant select, insert on grant_bonus_share to yizhuan_app;

create function grant_bonus_is_whole() returns trigger language plpgsql as $$
begin
  if new.amount_fen is distinct from (select sum(amount_fen) from grant_bonus_share
    where institution_id = new.institution_id and bonus_id = new.id) then
    raise exception 'the shares of bonus % are not its amount', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

create constraint trigger grant_bonus_is_whole after insert on grant_bonus
  deferrable initially deferred for each row execute function grant_bonus_is_whole();

create table grant_bonus_payment (
  institution_id uuid not null,
  id uuid not null,
  bonus_id uuid not null,
  place smallint not null,
  -- A share that came back can be paid again: that is its next turn.
  turn smallint not null check (turn >= 1),
  kind text not null check (kind in ('paid', 'returned')),
  on_day text not null check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),
  amount_fen bigint not null check (amount_fen > 0),
  -- The voucher or the line of the payroll that shows it; why it came back.
  reference text not null check (length(reference) between 1 and 200),
  files jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, id),
  -- Nothing is paid twice, and nothing comes back twice.
  unique (institution_id, bonus_id, place, turn, kind),
  foreign key (institution_id, bonus_id, place) references grant_bonus_share (institution_id, bonus_id, place)
);

select tenant_table('grant_bonus_payment', 'shares of bonuses that were paid or came back; never changed');

select append_only('grant_bonus_payment');

grant select, insert on grant_bonus_payment to yizhuan_app;

create function grant_bonus_payment_follows() returns trigger language plpgsql as $$
begin
  if not exists (select from grant_bonus_share where institution_id = new.institution_id
    and bonus_id = new.bonus_id and place = new.place and amount_fen = new.amount_fen) then
    raise exception 'a payment of bonus % is not its share', new.bonus_id
      using errcode = 'integrity_constraint_violation';
  end if;
  -- What comes back was paid in its turn; a further turn begins when the one before came back.
  if (new.kind = 'returned' or new.turn > 1) and not exists (select from grant_bonus_payment as before
    where before.institution_id = new.institution_id and before.bonus_id = new.bonus_id
      and before.place = new.place
      and before.turn = case new.kind when 'returned' then new.turn else new.turn - 1 end
      and before.kind = case new.kind when 'returned' then 'paid' else 'returned' end) then
    raise exception 'a payment of bonus % has nothing before it', new.bonus_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger grant_bonus_payment_follows before insert on grant_bonus_payment
  for each row execute function grant_bonus_payment_follows();

-- A share that was paid, and money of a fund that came or went, are events of money of their own.
alter table journal_entry drop constraint journal_entry_source_check;

alter table journal_entry add constraint journal_entry_source_check check (source in
  ('case', 'receipt', 'asset', 'asset_booking', 'fee_batch', 'payout', 'grant_bonus', 'fund'));
