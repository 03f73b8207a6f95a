-- What was entered of a fund or a bonus by mistake is put right by an entry of its own: both stay, and of the
-- two nothing counts.

alter table fund
  -- Whether its rule has money drawn only for a milestone that was reached.
  add column by_milestone boolean not null default false;

grant insert (by_milestone), update (by_milestone, rule) on fund to yizhuan_app;

alter table fund_entry
  -- The line that a correction takes back.
  add column corrects integer,
  drop constraint fund_entry_kind_check,
  add constraint fund_entry_kind_check check (kind in ('contributed', 'givenBack', 'committed', 'released',
    'drawn', 'returned', 'corrected')),
  drop constraint fund_entry_check1,
  add constraint fund_entry_of_project check (kind = 'corrected'
    or (project_id is null) = (kind in ('contributed', 'givenBack'))),
  add constraint fund_entry_corrects check ((kind = 'corrected') = (corrects is not null)),
  add foreign key (institution_id, fund_id, corrects) references fund_entry (institution_id, fund_id, seq);

create unique index fund_entry_corrected_once on fund_entry (institution_id, fund_id, corrects)
  where corrects is not null;

create or replace function fund_entry_follows() returns trigger language plpgsql as $$
declare
  cash bigint := 0;
  reserved bigint := 0;
  promised bigint;
  outlay bigint;
  was fund_entry;
  -- What the line does: its own kind, or that of the line it takes back, the other way round.
  did text := new.kind;
  way bigint := 1;
begin
  if new.seq > 1 then
    select cash_fen, reserved_fen into strict cash, reserved from fund_entry
    where institution_id = new.institution_id and fund_id = new.fund_id and seq = new.seq - 1;
  end if;
  if new.kind = 'corrected' then
    select * into strict was from fund_entry
    where institution_id = new.institution_id and fund_id = new.fund_id and seq = new.corrects;
    if was.kind = 'corrected' or was.amount_fen <> new.amount_fen
      or was.project_id is distinct from new.project_id then
      raise exception 'line % of fund % corrects no line like it', new.seq, new.fund_id
        using errcode = 'integrity_constraint_violation';
    end if;
    did := was.kind;
    way := -1;
  end if;
  cash := cash + way * case when did in ('contributed', 'returned') then new.amount_fen
    when did in ('givenBack', 'drawn') then -new.amount_fen else 0 end;
  reserved := reserved + way * case when did = 'committed' then new.amount_fen
    when did in ('released', 'drawn') then -new.amount_fen else 0 end;
  if new.cash_fen <> cash or new.reserved_fen <> reserved then
    raise exception 'line % of fund % does not follow from the one before', new.seq, new.fund_id
      using errcode = 'integrity_constraint_violation';
  end if;
  if new.project_id is not null then
    select coalesce(sum(case kind when 'committed' then amount_fen when 'returned' then 0 else -amount_fen end), 0),
      coalesce(sum(case kind when 'drawn' then amount_fen when 'returned' then -amount_fen else 0 end), 0)
    into promised, outlay from fund_entry as line
    where institution_id = new.institution_id and project_id = new.project_id and kind <> 'corrected'
      and seq is distinct from new.corrects
      and not exists (select from fund_entry as later where later.institution_id = line.institution_id
        and later.fund_id = line.fund_id and later.corrects = line.seq);
    if new.kind <> 'corrected' then
      promised := promised + case new.kind when 'committed' then new.amount_fen when 'returned' then 0
        else -new.amount_fen end;
      outlay := outlay + case new.kind when 'drawn' then new.amount_fen when 'returned' then -new.amount_fen
        else 0 end;
    end if;
    if promised < 0 or outlay < 0 then
      raise exception 'line % of fund % takes more than its project has', new.seq, new.fund_id
        using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  return new;
end $$;

alter table grant_bonus_payment
  drop constraint grant_bonus_payment_kind_check,
  add constraint grant_bonus_payment_kind_check check (kind in ('paid', 'returned', 'corrected'));

-- A payment ends once: it came back, or it was never made.
create unique index grant_bonus_payment_ends_once on grant_bonus_payment
  (institution_id, bonus_id, place, turn) where kind <> 'paid';

create or replace function grant_bonus_payment_follows() returns trigger language plpgsql as $$
begin
  if not exists (select from grant_bonus_share where institution_id = new.institution_id
    and bonus_id = new.bonus_id and place = new.place and amount_fen = new.amount_fen) then
    raise exception 'a payment of bonus % is not its share', new.bonus_id
      using errcode = 'integrity_constraint_violation';
  end if;
  -- What ends was paid in its turn; a further turn begins when the one before ended.
  if (new.kind <> 'paid' or new.turn > 1) and not exists (select from grant_bonus_payment as before
    where before.institution_id = new.institution_id and before.bonus_id = new.bonus_id
      and before.place = new.place
      and before.turn = case new.kind when 'paid' then new.turn - 1 else new.turn end
      and (before.kind = 'paid') = (new.kind <> 'paid')) then
    raise exception 'a payment of bonus % has nothing before it', new.bonus_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
