import './bonus/bonus.table.ts'
import type { Module } from '../../platform/module.ts'
import { bonusProblems } from './bonus/bonus.refusals.ts'
import { bonusRoutes } from './bonus/bonus.routes.ts'

export { approveBonus, proposeBonus } from './bonus/bonus.commands.ts'
export { payBonus } from './bonus/payment.commands.ts'
export { bonusMoney } from './bonus/posting.queries.ts'

/** Money that a house gives for its results besides what they earn: the bonus of a grant. */
export const funds: Module = {
  name: 'funds',
  problems: bonusProblems,
  routes: bonusRoutes,
}
