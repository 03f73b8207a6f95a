import './receipt.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { findPaid, findPaidTask } from './receipt.projections.ts'
import { problems } from './receipt.refusals.ts'
import { readers, receiptRoutes } from './receipt.routes.ts'
import { receiptRegister } from './receipt.table.ts'

export { holdVouchers, receiptTakers } from './once.queries.ts'
export { type ReceiptConflict, receiptConflict } from './once.ts'
export { receiptMoney } from './posting.queries.ts'
export { rebookReceipts } from './rebooking.commands.ts'
export {
  amendReceipt,
  correctReceipt,
  dayMovedTask,
  enterReceipts,
  linkReceipts,
  noteTakenOff,
  takeBackReceipts,
} from './receipt.commands.ts'
export { receiptEditable } from './receipt.editable.ts'
export {
  type PaidReceipts,
  projectPayouts,
  projectReceipt,
  projectReversal,
  takeInReceipt,
} from './receipt.projections.ts'
export { receiptsByMode, receiptsOfContract } from './receipt.queries.ts'
export { receiptRegister } from './receipt.table.ts'
export { blankReceipt, type ReceiptFields, type SplitPart } from './receipt.ts'
export { enterToldReceipts, leaveToldReceipts, withdrawToldReceipts } from './told.commands.ts'

/** The register of receipts and how they were distributed. */
export const proceeds: Module = {
  name: 'proceeds',
  routes: receiptRoutes,
  problems,
  jobs: (context) => ({ [findPaidTask]: findPaid(context) }),
  searchable: [{ kind: 'receipt', access: readers, findAnew: findAnewIn(receiptRegister) }],
}
