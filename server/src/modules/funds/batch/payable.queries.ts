import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { PayableAwardsWire } from './batch.wire.ts'

const mostShown = 200

/** What a batch could pay now: the first of the bonuses and awards, and how many there are; as `openOf` counts. */
export async function payableAwards(
  tx: Tx,
  institution: string,
): Promise<Omit<PayableAwardsWire, 'today'>> {
  type Row = PayableAwardsWire['items'][number] & Pick<PayableAwardsWire, 'total' | 'totalFen'>
  const { rows } = await sql<Row>`
    with part as (
      select 'grant_bonus' as source, bonus.id, bonus.right_title as title, share.person_id, share.amount_fen,
        share.place
      from grant_bonus as bonus
      join grant_bonus_share as share
        on share.institution_id = bonus.institution_id and share.bonus_id = bonus.id
      where bonus.institution_id = ${institution} and bonus.state = 'approved'
        and not exists (
          select from grant_bonus_payment as paid
          where paid.institution_id = bonus.institution_id and paid.bonus_id = bonus.id
            and paid.place = share.place and paid.kind = 'paid' and not exists (
              select from grant_bonus_payment as ended
              where ended.institution_id = paid.institution_id and ended.bonus_id = paid.bonus_id
                and ended.place = paid.place and ended.turn = paid.turn and ended.kind <> 'paid'))
      union all
      select 'staff_award', award.id, award.title, line.person_id, line.amount_fen, line.place
      from staff_award as award
      join staff_award_line as line
        on line.institution_id = award.institution_id and line.award_id = award.id
      where award.institution_id = ${institution} and award.state = 'approved'
        and not exists (
          select from staff_award_payment as paid
          where paid.institution_id = award.institution_id and paid.award_id = award.id
            and paid.place = line.place and paid.kind = 'paid' and not exists (
              select from staff_award_payment as ended
              where ended.institution_id = paid.institution_id and ended.award_id = paid.award_id
                and ended.place = paid.place and ended.turn = paid.turn and ended.kind <> 'paid'))),
    known as (
      select source, id, title, count(person_id)::int as payees,
        sum(amount_fen) filter (where person_id is not null) as fen,
        count(*) filter (where person_id is null)::int as by_hand
      from part
      where not exists (
        select from award_order as under_way
        where under_way.institution_id = ${institution} and under_way.source = part.source
          and under_way.record_id = part.id and under_way.place = part.place
          and under_way.state in ('ordered', 'sent'))
      group by source, id, title
      having count(person_id) > 0)
    select source, id, title, payees, fen::text, by_hand, count(*) over ()::int as total,
      (sum(fen) over ())::text as total_fen
    from known
    order by id
    limit ${mostShown}
  `.execute(tx)
  const { total = 0, totalFen = '0' } = rows[0] ?? {}
  const items = rows.map(({ total: _all, totalFen: _sum, ...one }) => one)
  return { items, total, totalFen }
}
