import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Posting } from '../journal/index.ts'
import './payout.table.ts'
import { paymentPostings, type Turned } from './posting.ts'

/** Everything that payments say of money: what the journal is made of anew. */
export async function payoutMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const { rows } = await sql<
    Turned & { readonly number: string; readonly achievementId: string | null }
  >`
    select one.case_id, one.plan_id, one.name, one.way, one.amount_fen, one.withheld_fen, happened.outcome,
      true as was_paid, happened.on_day as "on", happened.posting, transfer_case.number,
      transfer_case.achievement_id
    from payment_order as one
    join transfer_case on transfer_case.institution_id = one.institution_id
      and transfer_case.id = one.case_id
    cross join lateral (values ('paid', one.paid_on, one.paid_posting),
      ('returned', one.returned_on, one.returned_posting)) as happened (outcome, on_day, posting)
    where one.institution_id = ${institution} and happened.posting is not null
    order by one.plan_id, happened.posting, one.line
  `.execute(tx)
  const subjects = new Map(rows.map((row) => [row.caseId, row]))
  return paymentPostings(rows, subjects, '')
}
