import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Posting } from '../../journal/index.ts'
import { awardPosting } from './posting.ts'
import './staff.table.ts'
import type { AwardPurpose } from './staff.ts'

/** Everything that awards of the staff part say of money: what the journal is made of anew. */
export async function staffMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const { rows } = await sql<{
    awardId: string
    title: string
    id: string
    purpose: AwardPurpose
    onDay: string
    amountFen: string
    name: string
    reference: string
  }>`
    select payment.award_id, staff_award.title, payment.id, line.purpose, payment.on_day,
      payment.amount_fen, line.name, payment.reference
    from staff_award_payment as payment
    join staff_award on staff_award.institution_id = payment.institution_id
      and staff_award.id = payment.award_id
    join staff_award_line as line on line.institution_id = payment.institution_id
      and line.award_id = payment.award_id and line.place = payment.place
    where payment.institution_id = ${institution} and payment.kind = 'paid'
      and not exists (select from staff_award_payment as back
        where back.institution_id = payment.institution_id and back.award_id = payment.award_id
          and back.place = payment.place and back.turn = payment.turn and back.kind <> 'paid')
    order by payment.award_id, payment.place
  `.execute(tx)
  return rows.map(({ awardId, title, ...paid }) => awardPosting({ id: awardId, title }, paid))
}
