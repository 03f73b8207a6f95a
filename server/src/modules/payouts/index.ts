import './payout.table.ts'
import type { Module } from '../../platform/module.ts'
import { gatherTask } from './batch.commands.ts'
import { gatherCases } from './gather.commands.ts'
import { problems } from './payout.refusals.ts'
import { payoutRoutes } from './payout.routes.ts'
import { personnelRoutes } from './personnel/personnel.routes.ts'
import { settleTask } from './proof.commands.ts'
import { retainedRoutes } from './retained/retained.routes.ts'
import { settleCases } from './settle.commands.ts'
import { statementRoutes } from './statement.routes.ts'
import { wayRoutes } from './way.routes.ts'

export {
  type AwardRecord,
  batchesOfAward,
  batchThatPaid,
  placesUnderWay,
  staffAwardsToSend,
  type TurnedAward,
  taxProvedOf,
} from './awards/award-order.queries.ts'
export {
  madeBefore,
  makeAwardBatch,
  type NewAwardOrder,
  proofOfAwards,
  settleProof,
} from './awards/batch.commands.ts'
export { isPayee } from './awards/payee.queries.ts'
export { type Answer, decideBatch, makeBatch, type PayoutRefusals } from './batch.commands.ts'
export { batchOf, lockBatch } from './batch.queries.ts'
export { type FileMade, makeFile, sendBatch } from './file.commands.ts'
export { lateFaults, noteLateTax } from './late-tax.commands.ts'
export { taxableOf } from './late-tax.queries.ts'
export { payers } from './payout.access.ts'
export { paymentsOf } from './payout.queries.ts'
export { taxWords, toPayoutProblem } from './payout.refusals.ts'
export { payoutTalk } from './payout.talk.queries.ts'
export { referenceOf } from './payout.ts'
export { FileMadeWire } from './payout.wire.ts'
export { payoutMoney } from './posting.queries.ts'
export { settleAwardsTask, takeProof } from './proof.commands.ts'
export { statementPapers, yearPapers } from './statement.printable.ts'
export { noteWithheld, unsentFaults } from './withheld.commands.ts'

/** Payouts: batches of payments of plans, approved by two, sent, proved, and recorded in their cases. */
export const payouts: Module = {
  name: 'payouts',
  problems,
  routes: (app, context) => {
    payoutRoutes(app, context)
    personnelRoutes(app, context)
    statementRoutes(app, context)
    retainedRoutes(app, context)
    wayRoutes(app, context)
  },
  jobs: (context) => ({
    [gatherTask]: gatherCases(context),
    [settleTask]: settleCases(context),
  }),
}
