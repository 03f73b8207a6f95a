import type { Module } from '../../platform/module.ts'
import { differenceRoutes } from './difference.routes.ts'
import { fillJournal, fillTask } from './fill.commands.ts'

export { differencesOf } from './difference.queries.ts'
export { fillJournal } from './fill.commands.ts'

/** The journal made anew from what is recorded: to fill what it lacks, and to show that nothing differs. */
export const reconciliation: Module = {
  name: 'reconciliation',
  routes: differenceRoutes,
  jobs: ({ clock }) => ({
    [fillTask]: async (tx, { institution }) => {
      await fillJournal(tx, clock, institution)
    },
  }),
}
