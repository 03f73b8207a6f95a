import type { Module } from '../../platform/module.ts'
import { closingProblems } from './closing.refusals.ts'
import { closingRoutes } from './closing.routes.ts'
import { lookDaily, lookTask, setLookTask } from './look.commands.ts'

export { confirmClosing, proposeClosing } from './closing.commands.ts'
export { closingDues } from './closing.dues.queries.ts'

/** Months of the books are closed by two persons, and opened again for a reason only. */
export const closing: Module = {
  name: 'closing',
  problems: closingProblems,
  routes: closingRoutes,
  found: (tx, { institution }) => setLookTask(tx, institution, new Date(0)),
  jobs: ({ clock }) => ({
    [lookTask]: (tx, { institution }) => lookDaily(tx, clock, institution),
  }),
}
