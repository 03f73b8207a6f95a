import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { workColumns } from './work.csv.ts'
import { worksOf } from './work.queries.ts'
import { WorkFilterWire, WorksWire } from './work.wire.ts'

const tags = ['works']

/** Who takes out those of everybody: who keeps the register of persons, and the office. */
const readers: readonly Role[] = ['admin', 'tto_negotiator', 'tto_reviewer']

/** Transformation achievements as representative works, one's own and everybody's, over HTTP. */
export function workRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/works/me',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: WorksWire } } },
    async (request) => {
      const { institution, person } = callerOf(request)
      const items = await asReader(db, callerOf(request), (tx) =>
        worksOf(tx, institution, { person }),
      )
      return { on: clock.today(), items }
    },
  )

  app.get(
    '/works',
    {
      config: { access: readers },
      schema: { tags, querystring: WorkFilterWire, response: { 200: WorksWire } },
    },
    async (request) => {
      const { institution } = callerOf(request)
      const items = await asReader(db, callerOf(request), (tx) =>
        worksOf(tx, institution, request.query),
      )
      return { on: clock.today(), items }
    },
  )

  const list = {
    name: { zh: '转化成果（代表作）', en: 'Representative works' },
    columns: workColumns,
  }
  exportRoutes(app, context, {
    ...list,
    path: '/works/me',
    isPersonal: true,
    access: 'signedIn',
    filter: z.strictObject({}),
    lines: (tx, { institution, person }) => worksOf(tx, institution, { person }),
  })
  exportRoutes(app, context, {
    ...list,
    path: '/works',
    isPersonal: true,
    access: readers,
    filter: WorkFilterWire,
    lines: (tx, { institution }, filter) => worksOf(tx, institution, filter),
  })
}
