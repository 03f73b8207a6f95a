import type { Role } from '../../platform/access.ts'
import type { App, Context } from '../../platform/module.ts'
import { recordFileRoutes } from '../../platform/record-files.routes.ts'
import { readRoutes } from '../../platform/register-routes.ts'
import { receiptColumns } from './receipt.csv.ts'
import { receiptEditable } from './receipt.editable.ts'
import { allReceipts, listReceipts, receiptOf } from './receipt.queries.ts'
import { toProblem } from './receipt.refusals.ts'
import { receiptRegister } from './receipt.table.ts'
import {
  ReceiptFilterWire,
  ReceiptPageWire,
  ReceiptQueryWire,
  ReceiptWire,
} from './receipt.wire.ts'

/** What persons received is for those who work on deals, pay, decide or check. */
export const readers: readonly Role[] = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'admin',
  'platform_company',
]

/** The register of receipts over HTTP. */
export function receiptRoutes(app: App, context: Context): void {
  readRoutes(app, context, {
    register: receiptRegister,
    editable: receiptEditable,
    path: '/receipts',
    access: readers,
    wire: {
      query: ReceiptQueryWire,
      filter: ReceiptFilterWire,
      page: ReceiptPageWire,
      one: ReceiptWire,
    },
    list: listReceipts,
    all: allReceipts,
    one: receiptOf,
    columns: receiptColumns,
    name: { zh: '到账与分配', en: 'receipts' },
    missing,
  })
  recordFileRoutes(app, context, {
    register: receiptRegister,
    path: '/receipts',
    access: readers,
    writers: ['tto_negotiator', 'tto_reviewer', 'finance'],
    has: async (tx, institution, id) => (await receiptOf(tx, institution, id)) !== undefined,
    missing,
  })
}

const missing = () => toProblem({ code: 'no-such-receipt', facts: {} })
