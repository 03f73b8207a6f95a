import type { Editable } from '../../platform/editable.ts'
import type { Given } from '../../platform/register.ts'
import { correctReceipt } from './receipt.commands.ts'
import { listReceipts } from './receipt.queries.ts'
import { toProblem } from './receipt.refusals.ts'
import { receiptRegister } from './receipt.table.ts'
import type { ReceiptFields } from './receipt.ts'
import { CorrectReceiptsWire, ReceiptFilterWire } from './receipt.wire.ts'

/**
 * How receipts of former years are edited, many at once and back to what they were. Their amounts divide one
 * sum and are written together, by whoever brings the ledger again: none of them goes back by itself. Days
 * and vouchers are each receipt's own: what is in the books follows them.
 */
export const receiptEditable: Editable = {
  register: receiptRegister,
  access: ['tto_negotiator', 'tto_reviewer', 'finance'],
  many: {
    alike: [
      { field: 'payer', input: 'text', mayBeEmpty: true },
      { field: 'instalment', input: 'text', mayBeEmpty: true },
      { field: 'remark', input: 'text', mayBeEmpty: true },
    ],
    schema: CorrectReceiptsWire,
    filter: ReceiptFilterWire,
    async matching(tx, _desk, { institution }, filter, most) {
      const asked = { ...(filter as ReceiptFilterWire), limit: most }
      return (await listReceipts(tx, institution, asked)).items.map(({ id }) => id)
    },
  },
  restorable: new Set([
    'contractNumber',
    'payer',
    'instalment',
    'receivedOn',
    'paidOn',
    'voucher',
    'remark',
  ]),
  async edit(tx, { clock }, by, id, { fields, ...why }) {
    const given = { fields: fields as Given<ReceiptFields>, ...why }
    const outcome = await correctReceipt(tx, clock, by, id, given)
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}
