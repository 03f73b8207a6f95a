import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { periodKey } from '@yizhuan/money'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { auditsOf } from './audit.queries.ts'
import type { AuditDecisionWire, AuditWire } from './audit.wire.ts'
import {
  addCredit,
  creditsOf,
  decisionsOf,
  releaseCredits,
  standingDecisions,
} from './audit-decision.queries.ts'
import { countsFor } from './audit-decision.ts'
import { bookClaims } from './booking.commands.ts'
import { inCurrency } from './invoice.commands.ts'
import { leftOf, receiptMoneyOf } from './matching.queries.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import { lockReceiptsOf, refundablesOf } from './refund.queries.ts'
import { lockedContract, tell, toldAmounts } from './terms.commands.ts'
import {
  invoicedOf,
  type ReceivableRow,
  receivablesOf,
  standing,
  statementsOf,
} from './terms.queries.ts'

// What becomes of what a licensee paid too much. To go back, the period owes less by it from the decision on, once
// nothing that was paid or invoiced says otherwise; the money itself goes back from its receipt. Set off, the period
// stays as it was paid, and later ones owe less. Neither moves money or tax.

type Done<Value> = Promise<Outcome<Value, ReceivableRefusals>>
type Given = Omit<z.output<typeof AuditDecisionWire>, 'id'>

/** Decides, once, what becomes of what an audit found to be paid too much. */
export async function decideOver(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { contract, audit, ...given }: Given & { readonly contract: string; readonly audit: string },
): Done<{ id: string }> {
  const { institution } = by
  // Receipts before contracts, as whoever gives money back holds them.
  await lockReceiptsOf(tx, institution, contract)
  if (!(await lockedContract(tx, by, contract))) return refuse('no-such-contract', {})
  const one = (await auditsOf(tx, institution, contract)).find(({ id }) => id === audit)
  if (!one) return refuse('no-such-audit', {})
  const { way, onDay, reason } = given
  const today = clock.today()
  const judged = judgeAudited(one)
  if (judged.kind === 'refused') return judged
  if (onDay > today) return refuse('decided-in-future', { today })
  if (onDay < one.onDay) return refuse('decided-before', { on: one.onDay })
  const { key, over } = judged.value
  const rows = await receivablesOf(tx, institution, contract)
  const row = rows.find((other) => other.key === key)
  if (!row) return refuse('no-such-period', {})
  const allowed =
    way === 'refund'
      ? await judgeRefund(tx, institution, row, over)
      : await judgeCredit(tx, institution, row, rows)
  if (allowed.kind === 'refused') return allowed

  // From here on it is decided.
  await tx
    .insertInto('royaltyAuditDecision')
    .values({
      ...{ institutionId: institution, auditId: audit, way, onDay, reason },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  if (way === 'refund') await owesLess(tx, institution, row.id, over)
  else await setOff(tx, institution, contract, row.term)
  await tell(tx, clock, by, contract, 'auditDecided', {
    ...{ term: row.label, periodFrom: row.periodFrom, onDay, way, reason },
    ...toldAmounts(row.currency, { difference: `${over}` }),
  })
  await bookClaims(tx, clock, institution, contract)
  return accept({ id: audit })
}

function judgeAudited({
  takenBack,
  differenceMinor,
  term,
  periodFrom,
  decided,
}: AuditWire): Outcome<{ readonly key: string; readonly over: bigint }, ReceivableRefusals> {
  if (takenBack !== null) return refuse('audit-taken-back', {})
  const over = -BigInt(differenceMinor ?? '0')
  if (over <= 0n || term === null || periodFrom === null) return refuse('audit-not-over', {})
  if (decided) return refuse('audit-decided', { on: decided.onDay })
  return accept({ key: periodKey(term, periodFrom as PeriodDay), over })
}

type PeriodDay = Parameters<typeof periodKey>[1]

/** It goes back once neither what is matched nor what is invoiced asks for it, and the receipts have it. */
async function judgeRefund(
  tx: Tx,
  institution: string,
  row: ReceivableRow,
  over: bigint,
): Done<null> {
  const { contractId, currency } = row
  const text = (minor: bigint) => inCurrency(minor, currency)
  const owed = BigInt(row.minor ?? '0') - over
  const paid = BigInt(row.matchedMinor) + BigInt(row.writtenOffMinor)
  if (owed < 0n) return refuse('over-unpaid', { open: text(-owed) })
  if (paid > owed) return refuse('over-matched', { paid: text(paid), owed: text(owed) })
  const invoiced = (await invoicedOf(tx, institution, contractId))
    .filter(({ receivableId }) => receivableId === row.id)
    .reduce((sum, { fen, minor }) => {
      return sum + BigInt((currency === 'CNY' ? fen : minor) ?? row.minor ?? '0')
    }, 0n)
  if (invoiced > owed) {
    return refuse('over-invoiced', { invoiced: text(invoiced), owed: text(owed) })
  }
  const free = await freeOf(tx, institution, row)
  if (free < over) return refuse('over-not-held', { free: text(free > 0n ? free : 0n) })
  return accept(null)
}

/** What of the receipts of its contract paid nothing yet, less what is to go back already. */
async function freeOf(
  tx: Tx,
  institution: string,
  { contractId, currency }: ReceivableRow,
): Promise<bigint> {
  const receipts = await refundablesOf(tx, institution, [contractId])
  const ids = receipts.map(({ id }) => id)
  const moneys = await receiptMoneyOf(tx, institution, ids)
  const left = receipts.reduce((sum, { id, kept }) => {
    const money = moneys.find(({ receiptId }) => receiptId === id)
    return sum + countsFor(currency, leftOf(`${kept}`, money))
  }, 0n)
  const decided = await decisionsOf(tx, institution, contractId)
  return [...decided.values()]
    .filter(({ way }) => way === 'refund')
    .reduce((rest, { leftMinor }) => rest - BigInt(leftMinor), left)
}

/** It is set off where it was paid, and a later period is there to owe less. */
async function judgeCredit(
  tx: Tx,
  institution: string,
  row: ReceivableRow,
  rows: readonly ReceivableRow[],
): Done<null> {
  const open = BigInt(row.minor ?? '0') - BigInt(row.matchedMinor)
  if (row.minor === null || open > 0n) {
    return refuse('over-unpaid', { open: inCurrency(open, row.currency) })
  }
  const touched = await touchedOf(tx, institution, row.contractId)
  const isLater = rows.some((one) => isOf(one, row) && !one.isCancelled && !touched(one))
  return isLater ? accept(null) : refuse('no-period-to-credit', {})
}

/** Whether it is a later period of the same royalty. */
const isOf = (
  one: ReceivableRow,
  { term, periodFrom }: { readonly term: string; readonly periodFrom: string | null },
) => one.kind === 'royalty' && one.term === term && (one.periodFrom ?? '') > (periodFrom ?? '')

/** Tells which receivables of a contract were invoiced, paid or written off. */
async function touchedOf(tx: Tx, institution: string, contract: string) {
  const invoiced = await invoicedOf(tx, institution, contract)
  const ids = new Set(invoiced.map(({ receivableId }) => receivableId))
  return ({ id, matchedMinor, writtenOffMinor }: ReceivableRow): boolean =>
    matchedMinor !== '0' || writtenOffMinor !== '0' || ids.has(id)
}

/**
 * Sets off what is still to be: periods that are stated and on which no money moved owe less, the first first.
 * Whoever calls it holds the contract.
 */
export async function setOff(
  tx: Tx,
  institution: string,
  contract: string,
  term: string,
): Promise<void> {
  const decided = (await standingDecisions(tx, institution, contract)).filter(
    (one) => one.way === 'credit' && !one.isGone && one.term === term,
  )
  if (decided.length === 0) return
  const credits = await creditsOf(tx, institution, contract)
  const touched = await touchedOf(tx, institution, contract)
  const stated = standing(await statementsOf(tx, institution, contract))
  const isStated = ({ periodFrom }: ReceivableRow) =>
    stated.some((said) => said.term === term && said.periodFrom === periodFrom)
  const rows = (await receivablesOf(tx, institution, contract))
    .filter((row) => !row.isCancelled && !touched(row) && isStated(row))
    .toSorted((a, b) => ((a.periodFrom ?? '') < (b.periodFrom ?? '') ? -1 : 1))
  const owed = new Map(rows.map(({ id, minor }) => [id, BigInt(minor ?? '0')]))
  for (const one of decided) {
    const done = credits.filter(({ audit }) => audit === one.audit)
    let left = done.reduce((rest, { minor }) => rest - minor, one.minor)
    for (const row of rows.filter((other) => isOf(other, one))) {
      const open = owed.get(row.id) ?? 0n
      const part = left < open ? left : open
      if (part <= 0n) continue
      await addCredit(tx, institution, { audit: one.audit, receivable: row.id, minor: part })
      await owesLess(tx, institution, row.id, part)
      owed.set(row.id, open - part)
      left -= part
    }
  }
}

/** A receivable is lower by an amount; of nought nothing is owed. */
async function owesLess(tx: Tx, institution: string, id: string, by: bigint): Promise<void> {
  await tx
    .updateTable('receivable')
    .set({ minor: sql`nullif(coalesce(minor, 0) - ${`${by}`}::bigint, 0)` })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}

/** Whether what was decided of an audit was carried out, so that the audit stays. */
export async function isCarriedOut(
  tx: Tx,
  institution: string,
  contract: string,
  { id, decided }: Pick<AuditWire, 'id' | 'decided'>,
): Promise<boolean> {
  if (decided === null) return false
  if (decided.way === 'refund') return decided.doneMinor !== '0'
  const touched = await touchedOf(tx, institution, contract)
  const rows = await receivablesOf(tx, institution, contract)
  const credits = await creditsOf(tx, institution, contract)
  return credits.some(({ audit, receivable }) => {
    const row = rows.find((one) => one.id === receivable)
    return audit === id && row !== undefined && touched(row)
  })
}

/** What was decided goes with its audit: what owes less by it is owed as before. */
export async function undoDecision(
  tx: Tx,
  institution: string,
  contract: string,
  { id, decided, term, periodFrom, differenceMinor }: AuditWire,
): Promise<void> {
  if (decided === null || term === null || periodFrom === null) return
  if (decided.way === 'refund') {
    const key = periodKey(term, periodFrom as PeriodDay)
    const row = (await receivablesOf(tx, institution, contract)).find((one) => one.key === key)
    if (row) await owesLess(tx, institution, row.id, BigInt(differenceMinor ?? '0'))
    return
  }
  for (const { audit, receivable, minor } of await creditsOf(tx, institution, contract)) {
    if (audit === id) await owesLess(tx, institution, receivable, -minor)
  }
  await releaseCredits(tx, institution, { audit: id })
  // What others still have to be set off may take its place.
  await setOff(tx, institution, contract, term)
}
