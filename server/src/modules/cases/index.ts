import './case.table.ts'
import './costs/cost.table.ts'
import type { Module } from '../../platform/module.ts'
import { amendmentImpactRoutes } from './amendment-impact.routes.ts'
import { bulkTasks } from './bulk/bulk.commands.ts'
import { problems as bulkProblems } from './bulk/bulk.refusals.ts'
import { bulkRoutes } from './bulk/bulk.routes.ts'
import { findCasesAnew } from './case.findable.ts'
import { caseLawRoutes } from './case.law.routes.ts'
import { refreshSubscriptions, refreshTasks } from './case.refresh.ts'
import { caseRoutes } from './case.routes.ts'
import { compareRoutes } from './compare.routes.ts'
import { problems as contentProblems } from './content.refusals.ts'
import { costRoutes } from './costs/cost.routes.ts'
import { cumulativeRoutes } from './costs/cumulative.routes.ts'
import { problems as delegationProblems } from './delegations/delegation.refusals.ts'
import { delegationRoutes } from './delegations/delegation.routes.ts'
import { fillDividends } from './dividends.projections.ts'
import { fillClaims, fillMoney } from './earlier.projections.ts'
import { grantConflictRoutes } from './grant-conflict.routes.ts'
import { fillHandPayments } from './hand-payments.projections.ts'
import { fillHoldings } from './holding.projections.ts'
import { impactRoutes } from './impact.routes.ts'
import { liveRoutes } from './live/live.routes.ts'
import { problems as officerProblems } from './officers/officer.refusals.ts'
import { officerRoutes } from './officers/officer.routes.ts'
import { problems } from './record.refusals.ts'
import { fillSharedOut } from './shared-out/shared-out.projections.ts'
import { substitutionTasks } from './substitutes/substitution.commands.ts'
import { problems as substitutionProblems } from './substitutes/substitution.refusals.ts'
import { substitutionRoutes } from './substitutes/substitution.routes.ts'

export { actorNow } from './actor.queries.ts'
export {
  type Accepted,
  type Actor,
  type NotRecorded,
  openCase,
  performAct,
} from './case.commands.ts'
export { caseDesk, deskOf } from './case.desk.ts'
export { caseDues, noticeDues } from './case.dues.queries.ts'
export { grantsOf } from './case.grants.ts'
export { actsOfProcedure, caseLine } from './case.queries.ts'
export { recordOf } from './case.record.ts'
export { toProblem } from './case.refusals.ts'
export { type Standing, standingOf } from './case.standing.ts'
export { handlersOf, readersOf } from './closed.queries.ts'
export { takenOfVoucher, takersOfVouchers } from './costs/voucher.queries.ts'
export { type VoucherConflict, type VoucherTaker, voucherConflict } from './costs/voucher.ts'
export {
  nameHandPayments,
  noteHandPayments,
  noteHandReturn,
  sayHandTaxes,
  writeHandTax,
} from './hand-payments.projections.ts'
export { handPaymentsTo, type OwnHandPayment } from './hand-payments.queries.ts'
export { holdHandTax } from './hand-return.queries.ts'
export { type HandTax, handTaxPosting } from './hand-tax.ts'
export { type Hold, holdCases, releaseCases } from './hold.queries.ts'
export { type ExitClock, type HeldBy, holdingFoundBy, type ToldHolding } from './holding.ts'
export { caseMoney } from './journal.projections.ts'
export {
  foreseeMany,
  type HeldCase,
  holdRecords,
  type OneOfMany,
  performInMany,
  readRecords,
} from './many/many.commands.ts'
export { lockHeads } from './many/many.queries.ts'
export { type PayAct, type PlanToPay, payActOf, planToPay } from './many/plan-to-pay.ts'
export type { HandedOver } from './officers/handover.commands.ts'
export type { FileRef } from './procedure.ts'
export { type Lent, lendingTo } from './substitutes/acting-for.ts'
export { reaches, standInsOn, withSubstitutes } from './substitutes/colleagues.ts'
export { tellsAchievement, withoutTold } from './told.reading.ts'

/** Transfer cases: acts, what comes next, what the law says. */
export const cases: Module = {
  name: 'cases',
  searchable: [{ kind: 'case', access: 'signedIn', findAnew: findCasesAnew }],
  problems: {
    ...problems,
    ...contentProblems,
    ...officerProblems,
    ...bulkProblems,
    ...substitutionProblems,
    ...delegationProblems,
  },
  routes: (app, context) => {
    caseRoutes(app, context)
    impactRoutes(app, context)
    grantConflictRoutes(app, context)
    amendmentImpactRoutes(app, context)
    caseLawRoutes(app, context)
    compareRoutes(app, context)
    costRoutes(app, context)
    cumulativeRoutes(app, context)
    officerRoutes(app, context)
    bulkRoutes(app, context)
    liveRoutes(app, context)
    substitutionRoutes(app, context)
    delegationRoutes(app, context)
  },
  jobs: (context) => ({
    ...refreshTasks(context),
    ...bulkTasks(context),
    'cases/fillHoldings': (tx, { institution }) => fillHoldings(tx, context.clock, institution),
    'cases/fillDividends': (tx, { institution }) => fillDividends(tx, context.clock, institution),
    'cases/fillClaims': (tx, { institution }) => fillClaims(tx, context.clock, institution),
    'cases/fillSharedOut': (tx, { institution }) => fillSharedOut(tx, context.clock, institution),
    'cases/fillHandPayments': (tx, { institution }) =>
      fillHandPayments(tx, context.clock, institution),
    'cases/fillMoney': (tx, { institution }) => fillMoney(tx, context.clock, institution),
    ...substitutionTasks(context),
  }),
  subscribe: refreshSubscriptions,
}
