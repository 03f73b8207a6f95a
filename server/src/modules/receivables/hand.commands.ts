import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { type Currency, inFen, parseRate } from '@yizhuan/money'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import {
  blankReceipt,
  correctReceipt,
  enterReceipts,
  holdVouchers,
  receiptConflict,
  receiptTakers,
} from '../proceeds/index.ts'
import type { EnterReceiptWire } from './hand.wire.ts'
import { noteCurrency } from './matching.commands.ts'
import { contractIdOf, isUsed, lockedReceipt } from './matching.queries.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import { lockReceiptsOf } from './refund.queries.ts'
import { letGo } from './suspense.commands.ts'
import { lockedContract } from './terms.commands.ts'
import { linkWaitingRefunds } from './waiting.commands.ts'

// Receipts that finance enters by hand: what arrived, and no case and no ledger announced.

type Done<Value> = Promise<Outcome<Value, ReceivableRefusals>>
type Given = Omit<z.output<typeof EnterReceiptWire>, 'id'>

/** Enters a receipt, once for a voucher of an account, and of a contract where that is known yet. */
export async function enterReceipt(
  tx: Tx,
  clock: Clock,
  by: Caller,
  given: Given,
): Done<{ id: string }> {
  const { institution } = by
  const today = clock.today()
  if (given.receivedOn > today) return refuse('received-in-future', { today })
  const worth = amountOf(given)
  if (worth.kind === 'refused') return worth
  // Vouchers before contracts, as cases hold them.
  await holdVouchers(tx, institution)
  const contract = given.contract
  if (contract !== null) {
    await lockReceiptsOf(tx, institution, contract)
    const one = await lockedContract(tx, by, contract)
    if (!one) return refuse('receipt-of-unknown-contract', {})
    if (one.caseId !== null) return refuse('receipt-of-case', { see: `/cases/${one.caseId}` })
  }
  const taken = await whyTaken(tx, institution, given, worth.value)
  if (taken) return taken

  // From here on it is entered.
  const { payer, receivedOn, account, voucher, instalment, remark, wholeFen } = given
  const said = { payer, receivedOn, account, voucher, instalment, remark, contractId: contract }
  const fields = { ...blankReceipt, ...said, amountFen: `${worth.value}` }
  const id = newId()
  await enterReceipts(tx, clock, by, [{ id, fields }])
  await tx
    .updateTable('receipt')
    .set({ byHand: true, voucherFen: wholeFen })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
  const { currency, minor, rate, rateSource } = given
  if (minor !== null && rateSource !== null) {
    await noteCurrency(tx, clock, by, id, { currency, minor, rate, rateSource })
  }
  if (contract !== null) await linkWaitingRefunds(tx, clock, by, contract)
  return accept({ id })
}

/** What a receipt comes to in fen; one in another currency says how it was reckoned. */
function amountOf({ currency, amountFen, minor, rate, rateSource }: Given) {
  const none = refuse('receipt-amount', {})
  if (currency === 'CNY') {
    if (minor !== null || rate !== null || rateSource !== null) return refuse('receipt-in-yuan', {})
    return amountFen === null ? none : accept(BigInt(amountFen))
  }
  if (minor === null) return refuse('receipt-foreign-amount', {})
  if (rateSource === null) return refuse('receipt-rate-source', {})
  if (rate === null) return amountFen === null ? none : accept(BigInt(amountFen))
  const gives = inFen({ currency: currency as Currency, minor: BigInt(minor) }, parseRate(rate))
  if (amountFen !== null && gives !== BigInt(amountFen)) {
    return refuse('rate-differs', { gives: `${gives}`, booked: amountFen })
  }
  return gives > 0n ? accept<bigint>(gives) : none
}

const fieldsOf = { voucher: 'voucher', amount: 'amountFen', voucherAmount: 'wholeFen' } as const

/** Who recorded what came in under that voucher already. */
async function whyTaken(
  tx: Tx,
  institution: string,
  { voucher, account, receivedOn, wholeFen }: Given,
  amount: bigint,
) {
  const takers = await receiptTakers(tx, institution, voucher)
  const whole = wholeFen === null ? undefined : BigInt(wholeFen)
  const conflict = receiptConflict(takers, { voucher, account, on: receivedOn, amount, whole })
  if (!conflict) return undefined
  const { at, detail, first } = conflict
  const of =
    first?.source === 'register' ? 'receipts' : first?.source === 'holding' ? 'holdings' : 'cases'
  const see = first ? { see: `/${of}/${first.id}` } : {}
  return refuse('receipt-recorded', { at: fieldsOf[at], ...detail, ...see })
}

/** Takes back what was entered by mistake, while nothing rests on it: it came to nothing, and says why. */
export async function takeBackReceipt(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  reason: string,
): Done<{ id: string }> {
  const { institution } = by
  const contractId = await contractIdOf(tx, institution, id)
  if (contractId !== null) await lockReceiptsOf(tx, institution, contractId)
  const receipt = await lockedReceipt(tx, institution, id)
  if (!receipt) return refuse('no-such-receipt', {})
  if (!receipt.byHand || receipt.caseId !== null) return refuse('not-entered-by-hand', {})
  if (receipt.takenBack !== null) return refuse('receipt-taken-back', {})
  if (await isUsed(tx, institution, id)) return refuse('receipt-rested-on', {})

  // From here on it came to nothing.
  await tx
    .deleteFrom('receiptMoney')
    .where('institutionId', '=', institution)
    .where('receiptId', '=', id)
    .execute()
  const told = { fields: { amountFen: '0' }, reason, action: 'takenBack' }
  await correctReceipt(tx, clock, by, id, told)
  await tx
    .updateTable('receipt')
    .set({ takenBack: reason })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
  await letGo(tx, clock, institution, clock.today())
  return accept({ id })
}
