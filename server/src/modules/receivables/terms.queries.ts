import type { Day } from '@yizhuan/kit'
import { cutTerms, type Happened, periodKey, readTerms, type Terms } from '@yizhuan/money'
import type { Tx } from '../../platform/database.ts'
import '../contracts/index.ts'
import { lessOwedOf } from './audit-decision.queries.ts'
import './receivables.table.ts'

/** The contract that money is about, as far as it matters here. */
export function contractFor(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('contract')
    .select(['id', 'kind', 'title', 'number', 'counterparty', 'status', 'caseId', 'signedOn'])
    .select('amountFen')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Every version of the terms of a contract, the first first. */
export function versionsOf(tx: Tx, institution: string, contract: string) {
  return tx
    .selectFrom('paymentTerms')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .orderBy('version')
    .execute()
}

export type Version = Awaited<ReturnType<typeof versionsOf>>[number]

/** The terms of a version, read; of a contract that ended, as far as they still hold. */
export function termsIn({ kind, effectiveOn, owesLastDay, ...version }: Version): Terms {
  const { currency, planRate, terms } = version
  const read = readTerms({ currency, planRate, terms })
  return kind === 'ended' ? cutTerms(read, effectiveOn as Day, owesLastDay) : read
}

/** The terms of a contract as its newest version has them; undefined where none were written down. */
export async function termsNow(
  tx: Tx,
  institution: string,
  contract: string,
): Promise<Terms | undefined> {
  const newest = (await versionsOf(tx, institution, contract)).at(-1)
  return newest && termsIn(newest)
}

/** The receivables of a contract by their days. */
export function receivablesOf(tx: Tx, institution: string, contract: string) {
  return tx
    .selectFrom('receivable')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .orderBy('datedOn')
    .orderBy('key')
    .execute()
}

export type ReceivableRow = Awaited<ReturnType<typeof receivablesOf>>[number]

/** The milestones of a contract that were reached, less those that were taken back. */
export async function milestonesOf(tx: Tx, institution: string, contract: string) {
  const reached = await tx
    .selectFrom('milestoneReached')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .orderBy('reachedOn')
    .execute()
  const gone = await tx
    .selectFrom('milestoneTakenBack')
    .select(['term', 'nth'])
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .execute()
  return reached.filter(
    (one) => !gone.some(({ term, nth }) => term === one.term && nth === one.nth),
  )
}

/** What licensees stated, the first first; a later one may supersede an earlier one. */
export function statementsOf(tx: Tx, institution: string, contract: string) {
  return tx
    .selectFrom('royaltyStatement')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .orderBy('periodFrom')
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
}

export type StatementRow = Awaited<ReturnType<typeof statementsOf>>[number]

/** The statements that stand: none of them was superseded. */
export function standing(statements: readonly StatementRow[]): readonly StatementRow[] {
  const gone = new Set(statements.map(({ supersedes }) => supersedes))
  return statements.filter(({ id }) => !gone.has(id))
}

/** What has happened of a contract that its schedule depends on. */
export async function happenedOf(tx: Tx, institution: string, contract: string): Promise<Happened> {
  const reached = await milestonesOf(tx, institution, contract)
  const stated = standing(await statementsOf(tx, institution, contract))
  const less = await lessOwedOf(tx, institution, contract)
  return {
    reached: new Map(reached.map(({ term, reachedOn }) => [term, reachedOn as Day])),
    // Nothing sold and no minimum: nothing is owed for the period.
    stated: new Map(
      stated
        .filter(({ dueMinor }) => dueMinor !== '0')
        .map((one) => {
          const key = periodKey(one.term, one.periodFrom as Day)
          return [key, BigInt(one.dueMinor) - (less.get(key) ?? 0n)]
        }),
    ),
  }
}

/**
 * The receivables that invoices which are not void ask for; what red-letter ones took back is below nought, and a
 * receivable of which all was taken back is asked for no more.
 */
export async function invoicedOf(tx: Tx, institution: string, contract: string) {
  const lines = await tx
    .selectFrom('invoiceLine')
    .innerJoin('invoice', (join) =>
      join
        .onRef('invoice.institutionId', '=', 'invoiceLine.institutionId')
        .onRef('invoice.id', '=', 'invoiceLine.invoiceId'),
    )
    .select(['invoiceLine.invoiceId', 'invoiceLine.receivableId', 'invoiceLine.fen'])
    .select('invoiceLine.minor')
    .where('invoice.institutionId', '=', institution)
    .where('invoice.contractId', '=', contract)
    .where('invoice.state', '<>', 'void')
    .execute()
  const sums = new Map<string, bigint>()
  for (const { receivableId, fen } of lines) {
    sums.set(receivableId, (sums.get(receivableId) ?? 0n) + BigInt(fen))
  }
  return lines.filter(({ receivableId }) => sums.get(receivableId) !== 0n)
}
