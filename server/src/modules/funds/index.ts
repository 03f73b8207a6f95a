import './bonus/bonus.table.ts'
import './fund/fund.table.ts'
import './staff/staff.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { settleAwardsTask } from '../payouts/index.ts'
import { batchProblems } from './batch/batch.refusals.ts'
import { awardBatchRoutes } from './batch/batch.routes.ts'
import { settleAwards } from './batch/settle.commands.ts'
import { bonusProblems } from './bonus/bonus.refusals.ts'
import { bonusRoutes } from './bonus/bonus.routes.ts'
import { bonusRegister } from './bonus/bonus.table.ts'
import { fundRoutes } from './fund/fund.routes.ts'
import { fundRegister } from './fund/fund.table.ts'
import { readers } from './funds.access.ts'
import { awardProblems } from './staff/staff.refusals.ts'
import { staffRoutes } from './staff/staff.routes.ts'
import { awardRegister } from './staff/staff.table.ts'

export { approveBonus, proposeBonus } from './bonus/bonus.commands.ts'
export { payBonus } from './bonus/payment.commands.ts'
export { bonusMoney } from './bonus/posting.queries.ts'
export {
  assessFund,
  foundFund,
  type Movement,
  moveMoney,
  startProject,
} from './fund/fund.commands.ts'
export { fundDues } from './fund/fund.dues.queries.ts'
export { meetMilestone } from './fund/milestone.commands.ts'
export { fundMoney } from './fund/posting.queries.ts'
export { staffMoney } from './staff/posting.queries.ts'

/** Money that a house gives for its results besides what they earn: bonuses of grants, funds. */
export const funds: Module = {
  name: 'funds',
  problems: { ...bonusProblems, ...awardProblems, ...batchProblems },
  searchable: [
    { kind: 'fund', access: readers, findAnew: findAnewIn(fundRegister) },
    { kind: 'grant-bonus', access: readers, findAnew: findAnewIn(bonusRegister) },
    { kind: 'staff-award', access: readers, findAnew: findAnewIn(awardRegister) },
  ],
  routes: (app, context) => {
    bonusRoutes(app, context)
    fundRoutes(app, context)
    staffRoutes(app, context)
    awardBatchRoutes(app, context)
  },
  jobs: (context) => ({ [settleAwardsTask]: settleAwards(context) }),
}
