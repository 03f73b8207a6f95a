import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Posting } from '../../journal/index.ts'
import './bonus.table.ts'
import { bonusPosting } from './posting.ts'

/** Everything that bonuses at grant say of money: what the journal is made of anew. */
export async function bonusMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const { rows } = await sql<{
    bonusId: string
    rightTitle: string
    id: string
    onDay: string
    amountFen: string
    name: string
    reference: string
  }>`
    select payment.bonus_id, grant_bonus.right_title, payment.id, payment.on_day, payment.amount_fen,
      share.name, payment.reference
    from grant_bonus_payment as payment
    join grant_bonus on grant_bonus.institution_id = payment.institution_id
      and grant_bonus.id = payment.bonus_id
    join grant_bonus_share as share on share.institution_id = payment.institution_id
      and share.bonus_id = payment.bonus_id and share.place = payment.place
    where payment.institution_id = ${institution} and payment.kind = 'paid'
      and not exists (select from grant_bonus_payment as back
        where back.institution_id = payment.institution_id and back.bonus_id = payment.bonus_id
          and back.place = payment.place and back.turn = payment.turn and back.kind <> 'paid')
    order by payment.bonus_id, payment.place
  `.execute(tx)
  return rows.map(({ bonusId, rightTitle, ...paid }) =>
    bonusPosting({ id: bonusId, rightTitle }, paid),
  )
}
