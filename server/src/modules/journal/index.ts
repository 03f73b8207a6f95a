import './journal.table.ts'
import './periods/period.table.ts'
import './vouchers/run.table.ts'
import type { Module } from '../../platform/module.ts'
import { journalRoutes } from './journal.routes.ts'
import { voucherProblems } from './vouchers/run.refusals.ts'
import { runRoutes } from './vouchers/run.routes.ts'

export {
  clearStrayDays,
  insertEntries,
  post,
  takeBack,
  takeBackAt,
  takeBackOnItsDay,
} from './journal.commands.ts'
export {
  balancesByRecord,
  linesOfMonths,
  movementsIn,
  postedRecords,
} from './journal.queries.ts'
export { journalReaders } from './journal.routes.ts'
export { chartNow } from './journal.view.ts'
export { closedThrough, holdBooks, setClosedThrough } from './periods/period.queries.ts'
export { monthAfter, monthBefore, monthOf } from './periods/period.ts'
export { entriesOf, type Posting, type Recorded, yearClosed } from './posting.ts'
export { sendVouchers } from './vouchers/run.commands.ts'
export { voucherColumns } from './vouchers/run.csv.ts'

/** The journal: what happened to money, in double entry, beside the record of what it is about. */
export const journal: Module = {
  name: 'journal',
  problems: voucherProblems,
  routes: (app, context) => {
    journalRoutes(app, context)
    runRoutes(app, context)
  },
}
