import './receipt-list.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './receipt-list.refusals.ts'
import { receiptListRoutes } from './receipt-list.routes.ts'

/** What the office confirms of annual fees, taken from its lists. */
export const feeReceipts: Module = {
  name: 'fee-receipts',
  routes: receiptListRoutes,
  problems,
}
