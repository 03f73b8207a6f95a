-- What plans set aside within the office's part for its dedicated staff is a purse: it fills as distributions are
-- paid, and is given out by awards, for rewards to persons and for their training. An award is proposed, approved
-- by a second person and paid line by line. Nothing paid is ever changed.

create table staff_award (
  institution_id uuid not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  -- The rule, decision or list of results it rests on.
  basis text not null check (length(basis) between 1 and 1000),
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('proposed', 'approved', 'paid', 'withdrawn')),
  proposed_on text not null check (proposed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  proposed_by uuid not null,
  proposed_name text not null,
  approved_on text check (approved_on ~ '^\d{4}-\d{2}-\d{2}$'),
  approved_by uuid check (approved_by <> proposed_by),
  approved_name text,
  withdrawn_for text check (length(withdrawn_for) between 1 and 1000),
  paid_on text check (paid_on ~ '^\d{4}-\d{2}-\d{2}$'),
  dated_on text not null generated always as (proposed_on) stored,
  primary key (institution_id, id),
  check ((state = 'withdrawn') = (withdrawn_for is not null)),
  check ((state = 'paid') = (paid_on is not null)),
  check (state not in ('approved', 'paid') or approved_by is not null)
);

select tenant_table('staff_award', 'awards from the staff part of the office; every change is an entry of its chain');

create index staff_award_newest on staff_award (institution_id, dated_on desc, id desc);

grant select, insert (institution_id, id, title, basis, amount_fen, state, proposed_on, proposed_by, proposed_name,
  approved_on, approved_by, approved_name, withdrawn_for, paid_on),
  update (state, approved_on, approved_by, approved_name, withdrawn_for, paid_on) on staff_award to yizhuan_app;

create table staff_award_line (
  institution_id uuid not null,
  award_id uuid not null,
  place smallint not null check (place >= 1),
  purpose text not null check (purpose in ('reward', 'training')),
  -- Who is rewarded; training is paid to whoever gives it.
  person_id uuid,
  name text not null check (length(name) between 1 and 100),
  amount_fen bigint not null check (amount_fen > 0),
  primary key (institution_id, award_id, place),
  unique (institution_id, award_id, person_id),
  foreign key (institution_id, award_id) references staff_award (institution_id, id),
  foreign key (institution_id, person_id) references person (institution_id, id),
  check ((purpose = 'reward') = (person_id is not null))
);

select tenant_table('staff_award_line', 'who has how much of an award from the staff part');

select append_only('staff_award_line');

grant select, insert on staff_award_line to yizhuan_app;

create function staff_award_is_whole() returns trigger language plpgsql as $$
begin
  if new.amount_fen is distinct from (select sum(amount_fen) from staff_award_line
    where institution_id = new.institution_id and award_id = new.id) then
    raise exception 'the lines of award % are not its amount', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

create constraint trigger staff_award_is_whole after insert on staff_award
  deferrable initially deferred for each row execute function staff_award_is_whole();

create table staff_award_payment (
  institution_id uuid not null,
  id uuid not null,
  award_id uuid not null,
  place smallint not null,
  -- A line that came back can be paid again: that is its next turn.
  turn smallint not null check (turn >= 1),
  kind text not null check (kind in ('paid', 'returned', 'corrected')),
  on_day text not null check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),
  amount_fen bigint not null check (amount_fen > 0),
  -- The voucher or the line of the payroll that shows it; why it came back.
  reference text not null check (length(reference) between 1 and 200),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, id),
  foreign key (institution_id, award_id, place) references staff_award_line (institution_id, award_id, place)
);

-- Nothing is paid twice, and a payment ends once.
create unique index staff_award_payment_once
  on staff_award_payment (institution_id, award_id, place, turn, (kind = 'paid'));

select tenant_table('staff_award_payment', 'lines of awards that were paid or came back; never changed');

select append_only('staff_award_payment');

grant select, insert on staff_award_payment to yizhuan_app;

create function staff_award_payment_follows() returns trigger language plpgsql as $$
begin
  if not exists (select from staff_award_line where institution_id = new.institution_id
    and award_id = new.award_id and place = new.place and amount_fen = new.amount_fen) then
    raise exception 'a payment of award % is not its line', new.award_id
      using errcode = 'integrity_constraint_violation';
  end if;
  -- What comes back was paid in its turn; a further turn begins when the one before ended.
  if (new.kind <> 'paid' or new.turn > 1) and not exists (select from staff_award_payment as before
    where before.institution_id = new.institution_id and before.award_id = new.award_id
      and before.place = new.place
      and before.turn = case new.kind when 'paid' then new.turn - 1 else new.turn end
      and (before.kind = 'paid') = (new.kind <> 'paid')) then
    raise exception 'a payment of award % has nothing before it', new.award_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger staff_award_payment_follows before insert on staff_award_payment
  for each row execute function staff_award_payment_follows();

-- Its payments stand in the journal, and those to persons among the payments without a batch.
do $$
declare
  known text := (select pg_get_constraintdef(oid) from pg_constraint
    where conrelid = 'journal_entry'::regclass and conname = 'journal_entry_source_check');
begin
  alter table journal_entry drop constraint journal_entry_source_check;
  execute 'alter table journal_entry add constraint journal_entry_source_check '
    || replace(known, ']', ', ''staff_award''::text]');
end $$;

alter table hand_payment drop constraint hand_payment_source_check;

alter table hand_payment add constraint hand_payment_source_check
  check (source in ('case', 'grant_bonus', 'staff_award'));
