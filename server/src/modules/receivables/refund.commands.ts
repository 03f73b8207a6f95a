import { accept, type Fen, mul, type Outcome, ratio, refuse } from '@yizhuan/kit'
import { type Money, nearest, type RefundLink, refundChoices } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { noteMoney } from './matching.commands.ts'
import { leftOf, lockedReceipt, receiptMoneyOf } from './matching.queries.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import type { LinkBasis } from './receivables.table.ts'
import { linksOf, refundablesOf, waitingRefunds } from './refund.queries.ts'
import { letGo } from './suspense.commands.ts'
import { lockedContract, tell } from './terms.commands.ts'

// Which receipt a refund gave back. An act of a case says it; where its contract leaves one choice it is
// linked with that; otherwise somebody says so, and may take it back.

type Done<Value> = Promise<Outcome<Value, ReceivableRefusals>>

/** Says which receipt a refund gave back. What it had paid is taken back first. */
export async function linkRefund(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { refund, reason }: { readonly refund: string; readonly reason: string | null },
): Done<{ left: string }> {
  const { institution } = by
  const [receipt, back] = await lockedBoth(tx, institution, id, refund)
  if (!receipt || !back) return refuse('no-such-receipt', {})
  const amount = -BigInt(back.amountFen ?? '0')
  // Money of one contract does not go back with that of another.
  const isOfOne = back.contractId !== null && back.contractId === receipt.contractId
  if (amount <= 0n || !isOfOne) return refuse('no-refund', {})
  // What went back of a receipt of a case is an act of that case: linked beside it, it would lower nothing there.
  if (receipt.caseId !== null && back.caseId !== receipt.caseId)
    return refuse('income-in-case', { case: receipt.caseId })
  if (await isStanding(tx, institution, refund)) return refuse('refund-linked', {})
  const [money] = await receiptMoneyOf(tx, institution, [id])
  const left = leftOf(receipt.amountFen, money)
  if (amount > left.fen) return refuse('refund-above-left', { left: `${left.fen}` })

  // From here on the refund is linked.
  const basis = await basisOf(tx, institution, receipt.contractId, { receipt: id, refund })
  const link = { receipt: id, refund, basis, reason, amount: amount as Fen }
  await writeLink(tx, { at: clock.now(), by }, { ...link, left, isNoted: money !== undefined })
  if (receipt.contractId !== null) {
    await lockedContract(tx, by, receipt.contractId)
    await tell(tx, clock, by, receipt.contractId, 'refundLinked', {
      ...{ receipt: id, refund, refundedFen: `${amount}`, linkBasis: basis, reason },
    })
  }
  // What went back is held no longer.
  await letGo(tx, clock, institution, clock.today())
  return accept({ left: `${left.fen - amount}` })
}

/** A refund that was linked with the wrong receipt waits again. What an act of a case said, stays. */
export async function takeBackRefund(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { receipt: id, refund, reason }: { receipt: string; refund: string; reason: string },
): Done<{ id: string }> {
  const { institution } = by
  const [receipt, back] = await lockedBoth(tx, institution, id, refund)
  if (!receipt || !back) return refuse('no-such-receipt', {})
  const last = (await linksOf(tx, institution, refund)).at(-1)
  if (!last || BigInt(last.fen) <= 0n || last.receiptId !== id) return refuse('no-such-link', {})
  if (last.basis === 'act') return refuse('linked-by-act', { case: back.caseId ?? '' })

  // From here on it is taken back.
  const taken = { minor: -BigInt(last.minor), fen: -BigInt(last.fen) }
  await move(tx, institution, id, taken)
  await insertLine(
    tx,
    { at: clock.now(), by },
    {
      ...{ refund, receipt: id, seq: last.seq + 1, ...taken, basis: 'taken-back', reason },
    },
  )
  if (receipt.contractId !== null) {
    await lockedContract(tx, by, receipt.contractId)
    await tell(tx, clock, by, receipt.contractId, 'refundTakenBack', {
      ...{ receipt: id, refund, refundedFen: last.fen, reason },
    })
  }
  return accept({ id: refund })
}

/** Links the refunds of a contract that leave one choice. Its receipts and its chain are held already. */
export async function linkLoneRefunds(
  tx: Tx,
  clock: Clock,
  by: Caller,
  contract: string,
  links: readonly RefundLink[],
): Promise<void> {
  const { institution } = by
  const waiting = await waitingRefunds(tx, institution, [contract])
  const receipts = await refundablesOf(tx, institution, [contract])
  for (const { receipt, refund } of links) {
    const amount = waiting.find(({ id }) => id === refund)?.fen ?? 0n
    const kept = receipts.find(({ id }) => id === receipt)?.kept ?? 0n
    const [money] = await receiptMoneyOf(tx, institution, [receipt])
    const link = { receipt, refund, basis: 'only' as const, reason: null, amount: amount as Fen }
    const left = leftOf(`${kept}`, money)
    await writeLink(tx, { at: clock.now(), by }, { ...link, left, isNoted: money !== undefined })
    await tell(tx, clock, by, contract, 'refundLinked', {
      ...{ receipt, refund, refundedFen: `${amount}`, linkBasis: 'only', reason: null },
    })
  }
  if (links.length > 0) await letGo(tx, clock, institution, clock.today())
}

/** A refund that an act of a case recorded, of which receipt by its voucher. */
export interface RefundOfCase {
  readonly institution: string
  readonly case: string
  readonly seq: number
  readonly voucher: string
  readonly at: Date
  readonly by: { readonly person: string; readonly name: string }
}

/**
 * Projects of which receipt an act says that money went back.
 *
 * Where the receipt paid receivables, its refund waits until finance has taken back what it paid.
 */
export async function projectRefund(tx: Tx, clock: Clock, act: RefundOfCase): Promise<void> {
  const { institution, at } = act
  const rows = await tx
    .selectFrom('receipt')
    .select(['id', 'seq', 'amountFen', 'voucher'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', act.case)
    .orderBy('seq')
    .execute()
  const back = rows.find(({ seq }) => seq === act.seq)
  const parts = rows.filter(
    ({ seq, voucher, amountFen }) =>
      voucher === act.voucher && (seq ?? 0) < act.seq && BigInt(amountFen ?? 0) > 0n,
  )
  if (!back || (await isStanding(tx, institution, back.id))) return
  const amount = -BigInt(back.amountFen ?? 0)
  const given = await lastWithLeft(tx, institution, parts, amount)
  if (!given) return
  await lockedBoth(tx, institution, given.id, back.id)
  const [money] = await receiptMoneyOf(tx, institution, [given.id])
  const left = leftOf(given.amountFen, money)
  if (amount > left.fen) return
  await writeLink(
    tx,
    { at, by: { institution, ...act.by } },
    {
      ...{ receipt: given.id, refund: back.id, basis: 'act', reason: null },
      ...{ amount: amount as Fen, left, isNoted: money !== undefined },
    },
  )
  await letGo(tx, clock, institution, clock.today())
}

/** Of several parts of one receipt the last that has as much left, as the record of the case counts them. */
async function lastWithLeft<
  Part extends { readonly id: string; readonly amountFen: string | null },
>(tx: Tx, institution: string, parts: readonly Part[], amount: bigint): Promise<Part | undefined> {
  const moneys = await receiptMoneyOf(
    tx,
    institution,
    parts.map(({ id }) => id),
  )
  const moneyOf = (id: string) => moneys.find(({ receiptId }) => receiptId === id)
  return parts.findLast(({ id, amountFen }) => leftOf(amountFen, moneyOf(id)).fen >= amount)
}

/** Both rows, held in one order, so that nobody waits for somebody who waits for them. */
async function lockedBoth(tx: Tx, institution: string, id: string, refund: string) {
  const rows = new Map<string, Awaited<ReturnType<typeof lockedReceipt>>>()
  for (const one of [id, refund].toSorted())
    rows.set(one, await lockedReceipt(tx, institution, one))
  return [rows.get(id), rows.get(refund)] as const
}

async function isStanding(tx: Tx, institution: string, refund: string): Promise<boolean> {
  const last = (await linksOf(tx, institution, refund)).at(-1)
  return last !== undefined && BigInt(last.fen) > 0n
}

/** What speaks for the receipt that somebody chose. */
async function basisOf(
  tx: Tx,
  institution: string,
  contract: string | null,
  { receipt, refund }: RefundLink,
): Promise<LinkBasis> {
  if (contract === null) return 'chosen'
  const waiting = await waitingRefunds(tx, institution, [contract])
  const one = waiting.find(({ id }) => id === refund)
  const choices = one ? refundChoices(one, await refundablesOf(tx, institution, [contract])) : []
  const basis = choices.find((choice) => choice.receipt === receipt)?.basis
  return basis === undefined || basis === 'of-contract' ? 'chosen' : basis
}

interface Making {
  readonly at: Date
  readonly by: Author
}

async function writeLink(
  tx: Tx,
  making: Making,
  link: RefundLink & {
    readonly basis: LinkBasis
    readonly reason: string | null
    readonly amount: Fen
    readonly left: Money
    readonly isNoted: boolean
  },
): Promise<void> {
  const { receipt, refund, basis, reason, amount, left } = link
  const { institution } = making.by
  if (!link.isNoted) await noteMoney(tx, institution, receipt, left)
  const moved = { minor: partOf(left, amount), fen: amount }
  await move(tx, institution, receipt, moved)
  const seq = ((await linksOf(tx, institution, refund)).at(-1)?.seq ?? 0) + 1
  await insertLine(tx, making, { refund, receipt, seq, ...moved, basis, reason })
}

async function move(
  tx: Tx,
  institution: string,
  receipt: string,
  { minor, fen }: { readonly minor: bigint; readonly fen: bigint },
): Promise<void> {
  await tx
    .updateTable('receiptMoney')
    .set({
      refundedMinor: sql`refunded_minor + ${`${minor}`}::bigint`,
      refundedFen: sql`refunded_fen + ${`${fen}`}::bigint`,
    })
    .where('institutionId', '=', institution)
    .where('receiptId', '=', receipt)
    .execute()
}

async function insertLine(
  tx: Tx,
  { at, by: { institution, person, name } }: Making,
  line: RefundLink & {
    readonly seq: number
    readonly minor: bigint
    readonly fen: bigint
    readonly basis: LinkBasis | 'taken-back'
    readonly reason: string | null
  },
): Promise<void> {
  const { refund, receipt, seq, minor, fen, basis, reason } = line
  await tx
    .insertInto('receiptRefund')
    .values({
      ...{ institutionId: institution, refundId: refund, receiptId: receipt, seq },
      ...{ minor: `${minor}`, fen: `${fen}`, basis, reason },
      ...{ madeAt: at, madeBy: person, madeName: name },
    })
    .execute()
}

/** How much of the currency went back with so many yuan. */
function partOf({ minor, fen }: Money, amount: Fen): bigint {
  if (amount === fen) return minor
  return nearest(mul(ratio(amount, fen), ratio(minor)))
}
