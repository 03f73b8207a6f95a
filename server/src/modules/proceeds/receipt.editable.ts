import type { Editable } from '../../platform/editable.ts'
import type { Given } from '../../platform/register.ts'
import { correctReceipt } from './receipt.commands.ts'
import { toProblem } from './receipt.refusals.ts'
import { receiptRegister } from './receipt.table.ts'
import type { ReceiptFields } from './receipt.ts'

/**
 * How a receipt of former years is put back to what it was. Its amounts divide one sum and are written
 * together, by whoever brings the ledger again: none of them goes back by itself.
 */
export const receiptEditable: Editable = {
  register: receiptRegister,
  access: ['tto_negotiator', 'tto_reviewer', 'finance'],
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
