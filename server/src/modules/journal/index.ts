import './journal.table.ts'
import './vouchers/run.table.ts'
import type { Module } from '../../platform/module.ts'
import { journalRoutes } from './journal.routes.ts'
import { voucherProblems } from './vouchers/run.refusals.ts'
import { runRoutes } from './vouchers/run.routes.ts'

export { post, takeBack } from './journal.commands.ts'
export { balancesByRecord, postedRecords } from './journal.queries.ts'
export { journalReaders } from './journal.routes.ts'
export { entriesOf, type Posting } from './posting.ts'

/** The journal: what happened to money, in double entry, beside the record of what it is about. */
export const journal: Module = {
  name: 'journal',
  problems: voucherProblems,
  routes: (app, context) => {
    journalRoutes(app, context)
    runRoutes(app, context)
  },
}
