import './asset.table.ts'
import type { Module } from '../../platform/module.ts'
import { settleTask } from '../../platform/settling.ts'
import { achievementRegister } from '../achievements/index.ts'
import { assetProblems } from './asset.refusals.ts'
import { assetRoutes } from './asset.routes.ts'
import { proposalRoutes } from './proposal.routes.ts'
import { reportRoutes } from './report.routes.ts'
import { beginDay, dayTask, setDayTask, settleInTurns, settleTags } from './tag.commands.ts'
import { isUnsettled } from './tag.queries.ts'

export { assetPapers } from './asset.printable.ts'
export { costsOf, enteredAmong } from './asset.queries.ts'
export { toCostProblem as assetProblem } from './asset.refusals.ts'
export { decideProposals } from './booking.commands.ts'
export { recordCost, reverseCost } from './cost.commands.ts'
export { assetMoney } from './posting.queries.ts'
export { proposalsOf } from './proposal.queries.ts'
export { settleTags } from './tag.commands.ts'

/** The ledger of assets: tags by evidence, costs, and what finance is proposed to book. */
export const assets: Module = {
  name: 'assets',
  problems: assetProblems,
  settles: (context) => ({
    [achievementRegister.name]: {
      isOpen: (tx, institution) => isUnsettled(tx, institution, context.clock.today()),
      settle: (caller) => settleTags(context, caller, { waits: true }),
    },
  }),
  jobs: ({ clock }) => ({
    [settleTask]: (tx, { institution }) => settleInTurns(tx, clock, institution),
    [dayTask]: (tx, { institution }) => beginDay(tx, clock, institution),
  }),
  found: (tx, { institution }) => setDayTask(tx, institution, new Date(0)),
  routes: (app, context) => {
    assetRoutes(app, context)
    proposalRoutes(app, context)
    reportRoutes(app, context)
  },
}
