import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import './payout.table.ts'
import { batchPayments } from './awards/batch-payment.queries.ts'
import { referenceOf } from './payout.ts'
import { setOffOf } from './settle.queries.ts'

/** A payment of a batch, as far as tax can be said of it late. */
export interface LateOrder {
  readonly caseId: string
  readonly planSeq: number
  readonly line: number
  readonly attempt: number
  readonly planId: string
  readonly number: number
  readonly name: string
  readonly way: string
  readonly amountFen: string
  readonly withheldFen: string | null
  readonly isTaxedLate: boolean
  /** What the bank's line named, where it named an amount. */
  readonly toldFen: string | null
  /** Whether it is paid in money, and nothing else is said of it that is not written yet. */
  readonly isThrough: boolean
  /** What of its tax was set off since its distribution was reversed. */
  readonly setOffFen: string
  /** By what people call its case, and what it is about. */
  readonly subject: string
  readonly achievementId: string | null
}

export async function throughOrders(
  tx: Tx,
  institution: string,
  batch: string,
): Promise<readonly LateOrder[]> {
  const { rows } = await sql<LateOrder>`
    select one.case_id, one.plan_seq, one.line, one.attempt, one.plan_id, one.number, one.name, one.way,
      one.amount_fen, one.withheld_fen, one.taxed_late as is_taxed_late, one.told_fen,
      one.state = 'paid' and one.told is null and one.way <> 'equity' as is_through,
      ${setOffOf} as set_off_fen,
      transfer_case.number as subject, transfer_case.achievement_id
    from payment_order as one
    join transfer_case on transfer_case.institution_id = one.institution_id
      and transfer_case.id = one.case_id
    where one.institution_id = ${institution} and one.batch_id = ${batch}
    order by one.number
  `.execute(tx)
  return rows
}

/** The next posting of some plans, each. */
export async function nextPostings(
  tx: Tx,
  institution: string,
  plans: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly id: string; readonly postings: number }>`
    update payout_plan set postings = postings + 1
    where institution_id = ${institution} and id = any(${[...plans]}::uuid[])
    returning id, postings
  `.execute(tx)
  return new Map(rows.map(({ id, postings }) => [id, postings]))
}

/** The payments of a batch in money of which tax can be said, for the payroll; undefined where there is no such batch. */
export async function taxableOf(tx: Tx, institution: string, batch: string) {
  const known = await tx
    .selectFrom('payoutBatch')
    .select('title')
    .where('institutionId', '=', institution)
    .where('id', '=', batch)
    .executeTakeFirst()
  if (!known) return undefined
  const { rows } = await sql<{
    readonly number: number
    readonly name: string
    readonly caseNumber: string
    readonly paidOn: string | null
    readonly amountFen: string
    readonly withheldFen: string | null
  }>`
    select one.number, one.name, one.called as case_number, one.paid_on, one.amount_fen,
      one.withheld_fen
    from ${batchPayments} as one
    where one.institution_id = ${institution} and one.batch_id = ${batch} and one.way <> 'equity'
      and (one.state in ('ordered', 'sent')
        or one.case_id is not null and one.state = 'paid' and (one.withheld_fen is null or one.taxed_late))
    order by one.number
  `.execute(tx)
  const lines = rows.map(({ number, ...line }) => ({
    reference: referenceOf(batch, number),
    ...line,
  }))
  return { title: known.title, lines }
}
