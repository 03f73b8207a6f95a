import { accept, lastDayKnown, type Outcome, ratio, ratioText, refuse } from '@yizhuan/kit'
import { type Currency, decideMatches, inFen, type Money, parseRate } from '@yizhuan/money'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { chainOf } from '../../platform/register.ts'
import { correctReceipt, receiptRegister } from '../proceeds/index.ts'
import { bookClaims } from './booking.commands.ts'
import { leftOf, lockedReceipt, matchesOf, openFor, receiptMoneyOf } from './matching.queries.ts'
import type { ReceiptCurrencyWire } from './matching.wire.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import { lockedContract, tell, toldAmounts } from './terms.commands.ts'

type Done<Value> = Promise<Outcome<Value, ReceivableRefusals>>

/** Says which receivables a receipt paid, as finance confirms it. */
export async function matchReceipt(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  wanted: readonly { readonly receivable: string; readonly minor: string }[],
): Done<{ left: string }> {
  const { institution } = by
  const receipt = await lockedReceipt(tx, institution, id)
  if (!receipt) return refuse('no-such-receipt', {})
  const [money] = await receiptMoneyOf(tx, institution, [id])
  const left = leftOf(receipt.amountFen, money)
  if (left.minor <= 0n && !money) return refuse('nothing-to-match', {})
  const lines = await openFor(tx, institution, receipt)
  for (const contract of [...new Set(lines.map(({ contractId }) => contractId))].toSorted()) {
    await lockedContract(tx, by, contract)
  }
  // The locks may have been waited for, so what is open is read after them.
  const open = await openFor(tx, institution, receipt)
  const decided = decideMatches(
    left,
    open.map(({ openMinor, currency, ...line }) => ({
      ...{ ...line, minor: BigInt(openMinor), currency: currency as Currency },
    })),
    wanted.map(({ receivable, minor }) => ({ receivable, minor: BigInt(minor) })),
  )
  if ('fault' in decided) return refuse('cannot-match', { why: decided.fault, at: `${decided.at}` })
  const paid = [
    ...new Set(decided.matches.map(({ receivable }) => lineOf(open, receivable)?.contractId ?? '')),
  ]
  if (receipt.contractId === null && paid.length > 1 && !areTransfers(open, paid)) {
    return refuse('cannot-match', { why: 'several-contracts', at: '0' })
  }

  // From here on it is matched.
  const [only, ...others] = paid
  if (receipt.contractId === null && only !== undefined && others.length === 0) {
    // What it paid says of which contract it is, and so on which account its income stands.
    const fields = { contractId: only }
    await correctReceipt(tx, clock, by, id, { fields, reason: '核对应收款，关联合同' })
  }
  if (!money) await noteMoney(tx, institution, id, left)
  for (const match of decided.matches) {
    const line = lineOf(open, match.receivable)
    const { used, ...paid } = match
    const usedMinor = line?.currency === left.currency ? null : used
    await move(tx, clock, by, { receipt: id, ...paid, usedMinor, takesBack: null, reason: null })
    await tell(tx, clock, by, line?.contractId ?? '', 'receivablePaid', {
      ...{ receivable: line?.label, receipt: id, matchedFen: `${match.fen}` },
      ...(left.currency !== 'CNY' && toldAmounts(left.currency, { matched: `${used}` })),
    })
  }
  const on = receipt.receivedOn === null ? undefined : lastDayKnown(receipt.receivedOn)
  for (const contract of new Set(lines.map(({ contractId }) => contractId))) {
    await bookClaims(tx, clock, institution, contract, on)
  }
  const used = decided.matches.reduce((sum, { fen }) => sum + fen, 0n)
  return accept({ left: `${left.fen - used}` })
}

type Open = Awaited<ReturnType<typeof openFor>>

const lineOf = (open: Open, receivable: string) => open.find(({ id }) => id === receivable)

/** A receipt of several contracts stands on one account: that of transfers. */
const areTransfers = (open: Open, contracts: readonly string[]) =>
  open.every(
    ({ contractId, contractKind }) =>
      contractKind === 'transfer' || !contracts.includes(contractId),
  )

/** Takes a match back by a line of its own: the receivable is open again, the receipt free. */
export async function takeBackMatch(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { receipt: id, match, reason }: { receipt: string; match: string; reason: string },
): Done<{ id: string }> {
  const { institution } = by
  const receipt = await lockedReceipt(tx, institution, id)
  if (!receipt) return refuse('no-such-receipt', {})
  const matches = await matchesOf(tx, institution, { receipt: id })
  const one = matches.find((other) => other.id === match && other.takesBack === null)
  if (!one) return refuse('no-such-match', {})
  if (matches.some(({ takesBack }) => takesBack === match)) return refuse('taken-back-already', {})
  await lockedContract(tx, by, one.contractId)

  // From here on it is taken back.
  const back = {
    ...{ receipt: id, receivable: one.receivableId, takesBack: match, reason },
    ...{ minor: -BigInt(one.minor), fen: -BigInt(one.fen) },
    usedMinor: one.usedMinor === null ? null : -BigInt(one.usedMinor),
  }
  const made = await move(tx, clock, by, back)
  await tell(tx, clock, by, one.contractId, 'paymentTakenBack', {
    ...{ receivable: one.label, receipt: id, reason },
    ...toldAmounts(one.currency, { matched: one.minor }),
  })
  await bookClaims(tx, clock, institution, one.contractId)
  return accept({ id: made })
}

interface Moved {
  readonly receipt: string
  readonly receivable: string
  readonly minor: bigint
  readonly fen: bigint
  /** What of a foreign receipt was used for a receivable in yuan. */
  readonly usedMinor: bigint | null
  readonly takesBack: string | null
  readonly reason: string | null
}

/** Writes one line of matching; the database refuses what would be used twice. */
async function move(tx: Tx, clock: Clock, by: Caller, moved: Moved): Promise<string> {
  const { receipt, receivable, minor, fen, usedMinor, takesBack, reason } = moved
  const { institution } = by
  await tx
    .updateTable('receiptMoney')
    .set({
      matchedMinor: sql`matched_minor + ${`${usedMinor ?? minor}`}::bigint`,
      matchedFen: sql`matched_fen + ${`${fen}`}::bigint`,
    })
    .where('institutionId', '=', institution)
    .where('receiptId', '=', receipt)
    .execute()
  await tx
    .updateTable('receivable')
    .set({ matchedMinor: sql`matched_minor + ${`${minor}`}::bigint` })
    .where('institutionId', '=', institution)
    .where('id', '=', receivable)
    .execute()
  const id = newId()
  await tx
    .insertInto('receivableMatch')
    .values({
      ...{ institutionId: institution, id, receivableId: receivable, receiptId: receipt },
      ...{ minor: `${minor}`, fen: `${fen}`, takesBack, reason },
      usedMinor: usedMinor === null ? null : `${usedMinor}`,
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  return id
}

/** A receipt in yuan is noted when it is first used. */
export async function noteMoney(
  tx: Tx,
  institution: string,
  receipt: string,
  { minor, fen }: Money,
) {
  await tx
    .insertInto('receiptMoney')
    .values({
      ...{ institutionId: institution, receiptId: receipt, currency: 'CNY' },
      ...{ minor: `${minor}`, fen: `${fen}`, rate: null, rateSource: null },
    })
    .execute()
}

/** Notes in what currency a receipt came and at which rate of its day: the two give what was booked. */
export async function noteCurrency(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { currency, minor, rate, rateSource }: z.output<typeof ReceiptCurrencyWire>,
): Done<{ rate: string }> {
  const { institution } = by
  const receipt = await lockedReceipt(tx, institution, id)
  if (!receipt) return refuse('no-such-receipt', {})
  const booked = BigInt(receipt.amountFen ?? '0')
  if (booked <= 0n) return refuse('nothing-to-match', {})
  const [known] = await receiptMoneyOf(tx, institution, [id])
  if (known && (known.matchedFen !== '0' || known.refundedFen !== '0')) {
    return refuse('receipt-used', {})
  }
  const amount = { currency: currency as Currency, minor: BigInt(minor) }
  const exact = rate === null ? undefined : parseRate(rate)
  const given = exact && inFen(amount, exact)
  if (given !== undefined && given !== booked) {
    return refuse('rate-differs', { gives: `${given}`, booked: `${booked}` })
  }

  // From here on it is noted. Without a rate it is what the two amounts say.
  const per = inFen({ currency: amount.currency, minor: amount.minor }, ratio(1))
  const kept = ratioText(exact ?? ratio(booked, per))
  const row = { currency, minor, fen: `${booked}`, rate: kept, rateSource }
  await tx
    .insertInto('receiptMoney')
    .values({ institutionId: institution, receiptId: id, ...row })
    .onConflict((on) => on.columns(['institutionId', 'receiptId']).doUpdateSet(row))
    .execute()
  // A rate noted anew takes the place of the one before; the history of the receipt keeps both.
  await recordChange(tx, chainOf(receiptRegister, id), {
    ...{ action: 'receipt.currencyNoted', subject: id, at: clock.now(), by },
    // As it was typed: people read no fraction.
    data: { ...toldAmounts(currency, { amount: minor }), rate: rate ?? kept, rateSource },
  })
  return accept({ rate: kept })
}
