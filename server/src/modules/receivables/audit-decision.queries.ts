import { periodKey } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Decided, GivenBack } from './audit-decision.ts'
import { countsFor, doneOf } from './audit-decision.ts'
import './receivables.table.ts'

/** The decisions on what was paid too much that stand, the first first; of every contract where none is named. */
export async function standingDecisions(
  tx: Tx,
  institution: string,
  contract?: string,
): Promise<readonly Decided[]> {
  let query = tx
    .selectFrom('royaltyAuditDecision as one')
    .innerJoin('royaltyAudit as audit', (join) =>
      join
        .onRef('audit.institutionId', '=', 'one.institutionId')
        .onRef('audit.id', '=', 'one.auditId'),
    )
    .select(['one.auditId as audit', 'one.way', 'one.onDay', 'one.reason', 'one.madeName'])
    .select(['one.madeAt', 'audit.contractId as contract', 'audit.term', 'audit.periodFrom'])
    .select('audit.differenceMinor')
    .select(
      sql<boolean>`exists (select from royalty_audit_taken_back as gone
        where gone.institution_id = one.institution_id and gone.audit_id = one.audit_id)`.as(
        'isGone',
      ),
    )
    .where('one.institutionId', '=', institution)
    .orderBy('one.madeAt')
    .orderBy('one.auditId')
  if (contract !== undefined) query = query.where('audit.contractId', '=', contract)
  const rows = await query.execute()
  return rows.map(({ differenceMinor, term, periodFrom, ...row }) => ({
    ...{ ...row, term: term ?? '', periodFrom: periodFrom ?? '' },
    minor: -BigInt(differenceMinor ?? '0'),
  }))
}

/** What was decided of each audit, and how far it is done. */
export async function decisionsOf(tx: Tx, institution: string, contract?: string) {
  const decided = await standingDecisions(tx, institution, contract)
  if (decided.length === 0) return new Map<string, never>()
  const credits = await creditsOf(tx, institution, contract)
  const back = await givenBack(tx, institution, contract)
  const done = doneOf(decided, credits, back)
  return new Map(
    decided.map(({ audit, way, onDay, reason, madeName, minor, isGone }) => {
      const soFar = done.get(audit) ?? 0n
      const left = isGone ? 0n : minor - soFar
      const told = { way, onDay, reason, madeName }
      return [audit, { ...told, doneMinor: `${soFar}`, leftMinor: `${left}` }] as const
    }),
  )
}

/** By how much periods owe less: one line for each audit and period, summed. */
export async function creditsOf(tx: Tx, institution: string, contract?: string) {
  let query = tx
    .selectFrom('royaltyCredit as one')
    .innerJoin('receivable', (join) =>
      join
        .onRef('receivable.institutionId', '=', 'one.institutionId')
        .onRef('receivable.id', '=', 'one.receivableId'),
    )
    .select(['one.auditId as audit', 'one.receivableId as receivable', 'receivable.key'])
    .select(sql<string>`sum(one.minor)::text`.as('minor'))
    .where('one.institutionId', '=', institution)
    .groupBy(['one.auditId', 'one.receivableId', 'receivable.key'])
    .having(sql<boolean>`sum(one.minor) <> 0`)
  if (contract !== undefined) query = query.where('receivable.contractId', '=', contract)
  const rows = await query.execute()
  return rows.map(({ minor, ...row }) => ({ ...row, minor: BigInt(minor) }))
}

/** The currency of the contract of a row, as its newest terms have it. */
export const currencyOf = (of: string) =>
  sql<string>`coalesce((select currency from payment_terms as terms
    where terms.institution_id = ${sql.ref(`${of}.institutionId`)}
      and terms.contract_id = ${sql.ref(`${of}.contractId`)} order by version desc limit 1), 'CNY')`

/** What went back of the receipts of contracts and stands, the first first. */
async function givenBack(
  tx: Tx,
  institution: string,
  contract?: string,
): Promise<readonly GivenBack[]> {
  let query = tx
    .selectFrom('receiptRefund as link')
    .innerJoin('receipt', (join) =>
      join
        .onRef('receipt.institutionId', '=', 'link.institutionId')
        .onRef('receipt.id', '=', 'link.receiptId'),
    )
    .innerJoin('receiptMoney as money', (join) =>
      join
        .onRef('money.institutionId', '=', 'link.institutionId')
        .onRef('money.receiptId', '=', 'link.receiptId'),
    )
    .select(['receipt.contractId as contract', 'link.minor', 'link.fen', 'link.madeAt'])
    .select(['money.currency', currencyOf('receipt').as('owedIn')])
    .where('link.institutionId', '=', institution)
    // The last line of a refund says whether it is linked.
    .where('link.basis', '<>', 'taken-back')
    .where(
      sql<boolean>`not exists (select from receipt_refund as later
        where later.institution_id = link.institution_id and later.refund_id = link.refund_id
          and later.seq > link.seq)`,
    )
    .orderBy('link.madeAt')
    .orderBy('link.refundId')
  if (contract !== undefined) query = query.where('receipt.contractId', '=', contract)
  const rows = await query.execute()
  return rows.map(({ contract: of, owedIn, currency, minor, fen, madeAt }) => {
    const back = { currency, minor: BigInt(minor), fen: BigInt(fen) }
    return { contract: of ?? '', minor: countsFor(owedIn, back), madeAt }
  })
}

/** By how much less than was stated each period of a contract owes, by its key. */
export async function lessOwedOf(
  tx: Tx,
  institution: string,
  contract: string,
): Promise<ReadonlyMap<string, bigint>> {
  const less = new Map<string, bigint>()
  const lower = (key: string, minor: bigint) => less.set(key, (less.get(key) ?? 0n) + minor)
  const decided = await standingDecisions(tx, institution, contract)
  if (decided.length === 0) return less
  for (const { way, isGone, term, periodFrom, minor } of decided) {
    if (way === 'refund' && !isGone) lower(periodKey(term, periodFrom as PeriodDay), minor)
  }
  for (const { key, minor } of await creditsOf(tx, institution, contract)) lower(key, minor)
  return less
}

type PeriodDay = Parameters<typeof periodKey>[1]

/** A later period owes less by what was paid too much before; below nought it is taken off again. */
export async function addCredit(
  tx: Tx,
  institution: string,
  line: { readonly audit: string; readonly receivable: string; readonly minor: bigint },
): Promise<void> {
  const { audit, receivable, minor } = line
  const last = await tx
    .selectFrom('royaltyCredit')
    .select('seq')
    .where('institutionId', '=', institution)
    .where('auditId', '=', audit)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  await tx
    .insertInto('royaltyCredit')
    .values({
      ...{ institutionId: institution, auditId: audit, seq: (last?.seq ?? 0) + 1 },
      ...{ receivableId: receivable, minor: `${minor}` },
    })
    .execute()
}

/** Takes off again what a period, or the periods of an audit, owe less. */
export async function releaseCredits(
  tx: Tx,
  institution: string,
  of: { readonly receivable: string } | { readonly audit: string },
): Promise<void> {
  let query = tx
    .selectFrom('royaltyCredit')
    .select(['auditId', 'receivableId', sql<string>`sum(minor)::text`.as('minor')])
    .where('institutionId', '=', institution)
    .groupBy(['auditId', 'receivableId'])
    .having(sql<boolean>`sum(minor) <> 0`)
    .orderBy('auditId')
    .orderBy('receivableId')
  query =
    'audit' in of
      ? query.where('auditId', '=', of.audit)
      : query.where('receivableId', '=', of.receivable)
  for (const { auditId: audit, receivableId: receivable, minor } of await query.execute()) {
    await addCredit(tx, institution, { audit, receivable, minor: -BigInt(minor) })
  }
}
