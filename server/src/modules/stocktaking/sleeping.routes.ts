import { callerOf } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { allSleeping, readSleeping } from './sleeping.queries.ts'
import { SleepingListWire, SleepingQueryWire } from './sleeping.wire.ts'
import { readers } from './stocktaking.access.ts'
import { sleepingColumns } from './stocktaking.csv.ts'

const tags = ['stocktakings']

/** Patents that lie idle, over HTTP. */
export function sleepingRoutes(app: App, context: Context): void {
  const { db, clock } = context

  app.get(
    '/sleeping-patents',
    {
      config: { access: readers },
      schema: { tags, querystring: SleepingQueryWire, response: { 200: SleepingListWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) =>
        readSleeping(tx, caller.institution, clock.today(), request.query),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/sleeping-patents',
    access: readers,
    filter: SleepingQueryWire,
    name: { zh: '沉睡专利', en: 'Sleeping patents' },
    words: { years: { name: { zh: '闲置满（年）', en: 'Idle for years' } } },
    columns: sleepingColumns,
    lines: (tx, { institution }, filter) => allSleeping(tx, institution, clock.today(), filter),
  })
}
