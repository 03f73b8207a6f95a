import './payout.table.ts'
import type { Module } from '../../platform/module.ts'
import { gatherTask } from './batch.commands.ts'
import { gatherCases } from './gather.commands.ts'
import { problems } from './payout.refusals.ts'
import { payoutRoutes } from './payout.routes.ts'
import { settleTask } from './proof.commands.ts'
import { settleCases } from './settle.commands.ts'

export { payoutMoney } from './posting.queries.ts'

/** Payouts: batches of payments of plans, approved by two, sent, proved, and recorded in their cases. */
export const payouts: Module = {
  name: 'payouts',
  problems,
  routes: payoutRoutes,
  jobs: (context) => ({
    [gatherTask]: gatherCases(context),
    [settleTask]: settleCases(context),
  }),
}
