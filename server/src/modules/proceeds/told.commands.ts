import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { withdrawRecords } from '../../platform/withdraw.ts'
import { enterReceipts, takeBackReceipts } from './receipt.commands.ts'
import { receiptRegister } from './receipt.table.ts'
import type { ReceiptFields } from './receipt.ts'

// Receipts that were shared out before a case took their contract over, of which no ledger told.

/** Enters what the takeover of a case tells. */
export async function enterToldReceipts(
  tx: Tx,
  clock: Clock,
  by: Author,
  told: {
    readonly case: string
    readonly fields: readonly ReceiptFields[]
    readonly source: string
  },
): Promise<void> {
  if (told.fields.length === 0) return
  const { source } = told
  const receipts = told.fields.map((fields) => ({ fields, source }))
  const ids = await enterReceipts(tx, clock, by, receipts)
  await setToldBy(tx, by.institution, ids, told.case)
}

/** Takes out what a takeover tells no more, with what it did to money. */
export async function withdrawToldReceipts(
  tx: Tx,
  clock: Clock,
  by: Author,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  if (ids.length === 0) return
  await takeBackReceipts(tx, clock, by.institution, ids, reason)
  await withdrawRecords(tx, receiptRegister, by, clock.now(), ids, { reason })
}

/** Leaves to the register alone what something rests on. */
export const leaveToldReceipts = (tx: Tx, institution: string, ids: readonly string[]) =>
  setToldBy(tx, institution, ids, null)

async function setToldBy(
  tx: Tx,
  institution: string,
  ids: readonly string[],
  toldBy: string | null,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('receipt')
    .set({ toldBy })
    .where('institutionId', '=', institution)
    .where('id', 'in', ids)
    .execute()
}
