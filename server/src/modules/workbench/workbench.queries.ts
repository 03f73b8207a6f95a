import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../cases/index.ts'

/** What is due or waiting in the open cases of an institution, most urgent first. */
export function dueLines(tx: Tx, institution: string, limit: number) {
  return tx
    .selectFrom('caseDue')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'caseDue.institutionId')
        .onRef('transferCase.id', '=', 'caseDue.caseId'),
    )
    .select([
      'caseDue.caseId',
      'caseDue.norm',
      'caseDue.act',
      'caseDue.title',
      'caseDue.article',
      'caseDue.due',
      'caseDue.opens',
      'transferCase.number',
      'transferCase.title as caseTitle',
    ])
    .where('caseDue.institutionId', '=', institution)
    .where('transferCase.institutionId', '=', institution)
    .where('transferCase.status', 'in', ['open', 'suspended'])
    .orderBy(sql`coalesce(case_due.due, case_due.opens)`)
    .limit(limit)
    .execute()
}

/** How many cases stand in each stage, and what the cases have received and paid out. */
export async function figures(tx: Tx, institution: string) {
  const stages = await tx
    .selectFrom('transferCase')
    .select((select) => [
      'stage',
      select.fn.countAll<string>().as('count'),
      select.fn.count<string>('id').filterWhere('status', '=', 'suspended').as('suspended'),
      select.fn.sum<string>('receivedFen').as('received'),
      select.fn.sum<string>('distributedFen').as('distributed'),
    ])
    .where('institutionId', '=', institution)
    .groupBy('stage')
    .execute()
  return stages
}

/** Receipts and payouts by month since a day. */
export async function months(tx: Tx, institution: string, since: string) {
  const receipts = await tx
    .selectFrom('receipt')
    .select([sql<string>`left(received_on, 7)`.as('month'), sql<string>`sum(amount_fen)`.as('fen')])
    .where('institutionId', '=', institution)
    .where('receivedOn', '>=', since)
    // A ledger may know no more than the year; such income has no month.
    .where(sql<boolean>`length(received_on) >= 7`)
    .groupBy('month')
    .execute()
  const payouts = await tx
    .selectFrom('payout')
    .select([
      sql<string>`to_char(paid_on, 'YYYY-MM')`.as('month'),
      sql<string>`sum(amount_fen)`.as('fen'),
    ])
    .where('institutionId', '=', institution)
    .where('paidOn', '>=', since)
    .groupBy('month')
    .execute()
  return { receipts, payouts }
}
