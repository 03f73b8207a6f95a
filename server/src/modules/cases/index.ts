import './case.table.ts'
import type { Module } from '../../platform/module.ts'
import { lawInForce } from '../policies/index.ts'
import { turnCase } from './case.commands.ts'
import { caseRoutes } from './case.routes.ts'
import { turnTask } from './case.timers.ts'

export {
  type Accepted,
  type Actor,
  type Desk,
  type NotRecorded,
  type Order,
  openCase,
  performAct,
} from './case.commands.ts'
export { caseLine } from './case.queries.ts'
export { toProblem } from './case.refusals.ts'
export { type Standing, standingOf } from './case.standing.ts'

/** Transfer cases: acts, what comes next, what the law says. */
export const cases: Module = {
  name: 'cases',
  routes: caseRoutes,
  jobs: ({ clock }) => ({
    [turnTask]: (tx, { institution, payload }) =>
      turnCase(tx, { law: lawInForce(), clock }, institution, String(payload['case'])),
  }),
}
