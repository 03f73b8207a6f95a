-- Rewards and bonuses that were paid by hand, without a batch: what the acts of a case or the register of bonuses say,
-- one row for each person, so that the tax withheld from them is known, or known to be unknown, month by month and
-- person by person, as it is of payments in batches.

create table hand_payment (
  institution_id uuid not null,
  id uuid not null,
  source text not null check (source in ('case', 'grant_bonus')),
  -- The case, or the bonus.
  record_id uuid not null,
  case_id uuid,
  -- The act; of a bonus the turn. And the place in its lines; of a bonus that of the share.
  seq integer not null check (seq >= 1),
  line smallint not null check (line >= 1),
  title text not null check (length(title) between 1 and 1000),
  name text not null check (length(name) between 1 and 4000),
  -- Who that is in the register of people, where it is known.
  person_id uuid,
  amount_fen bigint not null check (amount_fen > 0),
  paid_on date not null,
  proof text not null check (length(proof) between 1 and 4000),
  -- What of it came back, and when it last did.
  back_fen bigint not null default 0 check (back_fen between 0 and amount_fen),
  back_on date,
  -- Null where nobody has said it: never nought.
  withheld_fen bigint check (withheld_fen between 0 and amount_fen),
  -- How often tax was said of it.
  postings integer not null default 0 check (postings >= 0),
  primary key (institution_id, id),
  unique (institution_id, source, record_id, seq, line),
  foreign key (institution_id, case_id) references transfer_case (institution_id, id),
  check ((source = 'case') = (case_id is not null)),
  check ((back_fen > 0) = (back_on is not null))
);

select tenant_table('hand_payment', 'rewards and bonuses paid without a batch, and the tax withheld from them');

select closed_with_its_case('hand_payment');

create index hand_payment_by_day on hand_payment (institution_id, paid_on);

create index hand_payment_by_person on hand_payment (institution_id, person_id) where person_id is not null;

grant select, insert, update (person_id, back_fen, back_on, withheld_fen, postings) on hand_payment to yizhuan_app;

create table hand_payment_tax (
  institution_id uuid not null,
  payment_id uuid not null,
  case_id uuid,
  posting integer not null check (posting >= 1),
  -- Null the first time: it was not known.
  from_fen bigint check (from_fen >= 0),
  to_fen bigint not null check (to_fen >= 0),
  on_day date not null,
  document text not null check (length(document) between 1 and 200),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, payment_id, posting),
  foreign key (institution_id, payment_id) references hand_payment (institution_id, id)
);

select tenant_table('hand_payment_tax', 'what was said of tax withheld from payments without a batch');

select closed_with_its_case('hand_payment_tax');

select append_only('hand_payment_tax');

grant select, insert on hand_payment_tax to yizhuan_app;

-- Bonuses that were paid before; payments of cases are put there by the worker, from their records.
alter table hand_payment no force row level security;

alter table grant_bonus_payment no force row level security;

alter table grant_bonus_share no force row level security;

alter table grant_bonus no force row level security;

alter table person no force row level security;

insert into hand_payment (institution_id, id, source, record_id, seq, line, title, name, person_id,
  amount_fen, paid_on, proof, back_fen, back_on)
select paid.institution_id, paid.id, 'grant_bonus', paid.bonus_id, paid.turn, paid.place,
  bonus.right_title, share.name,
  (select (array_agg(person.id))[1] from person where person.institution_id = paid.institution_id
    and person.name = share.name having count(*) = 1),
  paid.amount_fen, paid.on_day::date, paid.reference,
  coalesce(back.amount_fen, 0), back.on_day::date
from grant_bonus_payment as paid
join grant_bonus as bonus on bonus.institution_id = paid.institution_id and bonus.id = paid.bonus_id
join grant_bonus_share as share on share.institution_id = paid.institution_id
  and share.bonus_id = paid.bonus_id and share.place = paid.place
left join grant_bonus_payment as back on back.institution_id = paid.institution_id
  and back.bonus_id = paid.bonus_id and back.place = paid.place and back.turn = paid.turn
  and back.kind <> 'paid'
where paid.kind = 'paid';

alter table person force row level security;

alter table grant_bonus force row level security;

alter table grant_bonus_share force row level security;

alter table grant_bonus_payment force row level security;

alter table hand_payment force row level security;

insert into job (institution_id, task, payload, run_at, key)
select id, 'cases/fillHandPayments', '{}'::jsonb, now(), 'cases/fillHandPayments' from institution;
