import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Posting } from '../journal/index.ts'
import './payout.table.ts'
import { type LateTax, latePostings, paymentPostings, type Turned } from './posting.ts'
import { setOffOf } from './settle.queries.ts'

/** Everything that payments say of money: what the journal is made of anew. */
export async function payoutMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const { rows } = await sql<
    Turned & { readonly number: string; readonly achievementId: string | null }
  >`
    select one.case_id, one.plan_id, one.name, one.way, one.amount_fen,
      happened.withheld_fen, ${setOffOf} as set_off_fen, happened.outcome,
      true as was_paid, happened.on_day as "on", happened.posting, transfer_case.number,
      transfer_case.achievement_id
    from payment_order as one
    join transfer_case on transfer_case.institution_id = one.institution_id
      and transfer_case.id = one.case_id
    cross join lateral (values
      -- What was said late is an entry of its own.
      ('paid', one.paid_on, one.paid_posting,
        case when one.taxed_late then null else one.withheld_fen end),
      ('returned', one.returned_on, one.returned_posting, one.withheld_fen))
      as happened (outcome, on_day, posting, withheld_fen)
    where one.institution_id = ${institution} and happened.posting is not null
    order by one.plan_id, happened.posting, one.line
  `.execute(tx)
  const subjects = new Map(rows.map((row) => [row.caseId, row]))
  return [...paymentPostings(rows, subjects, ''), ...(await lateMoney(tx, institution))]
}

/** What was said of tax once payments were through. */
async function lateMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const { rows } = await sql<LateTax>`
    select late.case_id, late.plan_id, late.posting, one.name, late.from_fen, late.to_fen,
      late.on_day as "on", transfer_case.number as subject, transfer_case.achievement_id
    from payout_late_tax as late
    join payment_order as one on one.institution_id = late.institution_id
      and one.case_id = late.case_id and one.plan_seq = late.plan_seq and one.line = late.line
      and one.attempt = late.attempt
    join transfer_case on transfer_case.institution_id = late.institution_id
      and transfer_case.id = late.case_id
    where late.institution_id = ${institution}
    order by late.plan_id, late.posting, late.line
  `.execute(tx)
  return latePostings(rows, '')
}
