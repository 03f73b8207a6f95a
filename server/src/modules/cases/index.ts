import './case.table.ts'
import type { Module } from '../../platform/module.ts'
import { caseRoutes } from './case.routes.ts'

export {
  type Accepted,
  type Actor,
  type Desk,
  type NotRecorded,
  type Order,
  openCase,
  performAct,
} from './case.commands.ts'
export { toProblem } from './case.refusals.ts'

/** Transfer cases: acts, what comes next, what the law says. */
export const cases: Module = { name: 'cases', routes: caseRoutes }
