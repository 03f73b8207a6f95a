import { callerOf } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { managerColumns, managerFilterWords } from './manager.csv.ts'
import { managersOn } from './manager.queries.ts'
import { ManagerFilterWire, ManagersWire } from './manager.wire.ts'

/** Technology managers over HTTP: who does the work of transfer, how trained, certified until when. */
export function managerRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/technology-managers',
    {
      config: { access: 'signedIn' },
      schema: {
        tags: ['people'],
        querystring: ManagerFilterWire,
        response: { 200: ManagersWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const items = await asReader(db, caller, (tx) =>
        managersOn(tx, caller, clock.today(), request.query),
      )
      return { items }
    },
  )

  exportRoutes(app, context, {
    path: '/technology-managers',
    access: 'signedIn',
    filter: ManagerFilterWire,
    name: { zh: '技术经理人', en: 'technology managers' },
    words: managerFilterWords,
    columns: managerColumns,
    lines: (tx, caller, filter) => managersOn(tx, caller, clock.today(), filter),
  })
}
