import './receipt.table.ts'
import type { Module } from '../../platform/module.ts'
import { readers, receiptRoutes } from './receipt.routes.ts'

export {
  amendReceipt,
  enterReceipts,
  linkReceipts,
  type PaidReceipts,
  projectPayout,
  projectReceipt,
  projectReversal,
} from './receipt.commands.ts'
export { receiptsByMode } from './receipt.queries.ts'
export { receiptRegister } from './receipt.table.ts'
export { blankReceipt, type ReceiptFields, type SplitPart } from './receipt.ts'

/** The register of receipts and how they were distributed. */
export const proceeds: Module = {
  name: 'proceeds',
  routes: receiptRoutes,
  searchable: [{ kind: 'receipt', access: readers }],
}
