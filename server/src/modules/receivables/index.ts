import { dunningRoutes } from './dunning.routes.ts'
import './receivables.table.ts'
import type { Module } from '../../platform/module.ts'
import { kindMovedTask } from '../contracts/index.ts'
import { dayMovedTask } from '../proceeds/index.ts'
import { auditProblems } from './audit.refusals.ts'
import { auditRoutes } from './audit.routes.ts'
import { benchmarkRoutes } from './benchmark.routes.ts'
import { bookWhatIsDue, dueTask, setDueTask } from './booking.commands.ts'
import { followDay } from './day-moved.commands.ts'
import { handProblems } from './hand.refusals.ts'
import { handRoutes } from './hand.routes.ts'
import { followKind } from './kind-moved.commands.ts'
import { matchingRoutes } from './matching.routes.ts'
import { receivableProblems } from './receivable-conflicts.refusals.ts'
import { receivableRoutes } from './receivables.routes.ts'
import { refundRoutes } from './refund.routes.ts'

export { agreedSumOfCase } from './agreed-sum.queries.ts'
export { projectClaims, projectClaimsOf, receivableMoney } from './booking.commands.ts'
export { contractsToBook } from './booking.queries.ts'
export { dunningPapers } from './dunning.printable.ts'
export { type EndOfCase, projectEnd } from './ending.commands.ts'
export { draftInvoice, issueInvoice } from './invoice.commands.ts'
export { matchReceipt } from './matching.commands.ts'
export { receivableDues } from './receivable.dues.queries.ts'
export { toReceivableProblem } from './receivables.refusals.ts'
export { linkLoneRefunds, projectRefund, type RefundOfCase } from './refund.commands.ts'
export {
  lockReceiptsOf,
  ownLeft,
  refundablesOf,
  waitingRefunds,
} from './refund.queries.ts'
export { recordStatement } from './royalty.commands.ts'
export {
  judgePlaced,
  placeStatement,
  projectStatement,
} from './royalty-of-case.commands.ts'
export { heldMoney, holdLoose, wouldHold } from './suspense.commands.ts'
export { agreeTerms, reachMilestone } from './terms.commands.ts'
export { termsNow } from './terms.queries.ts'
export { projectWriteOff, projectWriteOffBack } from './write-off.commands.ts'

/** What counterparties owe by their contracts: terms, receivables, invoices, and what receipts paid. */
export const receivables: Module = {
  name: 'receivables',
  problems: { ...receivableProblems, ...handProblems, ...auditProblems },
  found: (tx, { institution }) => setDueTask(tx, institution, new Date(0)),
  jobs: ({ clock }) => ({
    [dueTask]: (tx, { institution }) => bookWhatIsDue(tx, clock, institution),
    [dayMovedTask]: (tx, { institution, payload }) =>
      followDay(tx, clock, institution, {
        receipt: String(payload['receipt']),
        ...{ from: String(payload['from']), to: String(payload['to']) },
        matches: payload['matches'] as readonly string[] | undefined,
      }),
    [kindMovedTask]: (tx, { institution, payload }) =>
      followKind(tx, clock, institution, String(payload['contract'])),
  }),
  routes: (app, context) => {
    receivableRoutes(app, context)
    benchmarkRoutes(app, context)
    matchingRoutes(app, context)
    handRoutes(app, context)
    auditRoutes(app, context)
    refundRoutes(app, context)
    dunningRoutes(app, context)
  },
}
