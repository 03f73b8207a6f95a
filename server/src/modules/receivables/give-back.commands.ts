import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { blankReceipt, enterReceipts, holdVouchers } from '../proceeds/index.ts'
import type { GiveBackWire } from './hand.wire.ts'
import { contractIdOf, leftOf, lockedReceipt, receiptMoneyOf } from './matching.queries.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import { linkRefund } from './refund.commands.ts'
import { lockReceiptsOf } from './refund.queries.ts'

// Money that goes back to who paid it, where no case records it: finance enters it with the receipt it came from.

type Done<Value> = Promise<Outcome<Value, ReceivableRefusals>>
type Given = Omit<z.output<typeof GiveBackWire>, 'id'>

/** Enters what went back of a receipt, once for a voucher of an account, and links the two. */
export async function giveBack(
  tx: Tx,
  clock: Clock,
  by: Caller,
  receipt: string,
  { on, amountFen, account, voucher, reason }: Given,
): Done<{ id: string }> {
  const { institution } = by
  const today = clock.today()
  if (on > today) return refuse('given-back-in-future', { today })
  // Vouchers before contracts, and those before their receipts, as everybody holds them.
  await holdVouchers(tx, institution)
  const contractId = await contractIdOf(tx, institution, receipt)
  if (contractId !== null) await lockReceiptsOf(tx, institution, contractId)
  const one = await lockedReceipt(tx, institution, receipt)
  if (!one) return refuse('no-such-receipt', {})
  if (one.caseId !== null) return refuse('income-in-case', { case: one.caseId })
  if (one.contractId === null) return refuse('refund-of-no-contract', {})
  // It was taken off its contract, or put on another, while this waited.
  if (one.contractId !== contractId) return refuse('has-no-contract', {})
  const { payer, receivedOn, amountFen: arrived } = one
  // A ledger may know the month or the year only: then any day of it will do.
  if (receivedOn !== null && on.slice(0, receivedOn.length) < receivedOn)
    return refuse('given-back-before', { on: receivedOn })
  const [money] = await receiptMoneyOf(tx, institution, [receipt])
  const left = leftOf(arrived, money).fen
  const most = left > 0n ? left : 0n
  if (BigInt(amountFen) > most) return refuse('given-back-beyond', { left: `${most}` })
  const before = await givenBackUnder(tx, institution, { voucher, account })
  if (before !== undefined)
    return refuse('given-back-already', { voucher, see: `/receipts/${before}` })

  // From here on it is entered.
  const said = { payer, receivedOn: on, account, voucher, remark: reason, contractId }
  const fields = { ...blankReceipt, ...said, amountFen: `-${amountFen}` }
  const id = newId()
  await enterReceipts(tx, clock, by, [{ id, fields }])
  await tx
    .updateTable('receipt')
    .set({ byHand: true })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
  const linked = await linkRefund(tx, clock, by, receipt, { refund: id, reason })
  // What could stand against it was looked at with everything held.
  if (linked.kind === 'refused') throw new Error(`A refund is not linked: ${linked.refusal.code}.`)
  return accept({ id })
}

/** What went back under a voucher of an account already. */
async function givenBackUnder(
  tx: Tx,
  institution: string,
  { voucher, account }: { readonly voucher: string; readonly account: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from receipt
    where institution_id = ${institution} and amount_fen < 0
      and voucher_key(voucher) = voucher_key(${voucher})
      and (account is null or voucher_key(account) = voucher_key(${account}))
    order by id limit 1`.execute(tx)
  return rows[0]?.id
}
