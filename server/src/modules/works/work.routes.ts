import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asReader, type Tx } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { grantedTo } from './granted.queries.ts'
import { servicesOf } from './service.queries.ts'
import { grantedColumns, serviceColumns, workColumns } from './work.csv.ts'
import { worksOf } from './work.queries.ts'
import { WorkFilterWire, WorksWire } from './work.wire.ts'

const tags = ['works']

/** Who takes out those of everybody: who keeps the register of persons, and the office. */
const readers: readonly Role[] = ['admin', 'tto_negotiator', 'tto_reviewer']

/** Transformation achievements as representative works, one's own and everybody's, over HTTP. */
export function workRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const allOf = async (tx: Tx, institution: string, filter: WorkFilterWire) => {
    const [items, rights, services] = await Promise.all([
      worksOf(tx, institution, filter),
      grantedTo(tx, institution, filter, clock.today()),
      servicesOf(tx, institution, filter),
    ])
    return { on: clock.today(), items, rights, services }
  }
  app.get(
    '/works/me',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: WorksWire } } },
    (request) => {
      const { institution, person } = callerOf(request)
      return asReader(db, callerOf(request), (tx) => allOf(tx, institution, { person }))
    },
  )

  app.get(
    '/works',
    {
      config: { access: readers },
      schema: { tags, querystring: WorkFilterWire, response: { 200: WorksWire } },
    },
    (request) => {
      const { institution } = callerOf(request)
      return asReader(db, callerOf(request), (tx) => allOf(tx, institution, request.query))
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

  const rights = {
    name: { zh: '授权的知识产权（代表作）', en: 'Rights granted to representative works' },
    columns: grantedColumns,
  }
  exportRoutes(app, context, {
    ...rights,
    path: '/works/me/rights',
    isPersonal: true,
    access: 'signedIn',
    filter: z.strictObject({}),
    lines: (tx, { institution, person }) => grantedTo(tx, institution, { person }, clock.today()),
  })
  exportRoutes(app, context, {
    ...rights,
    path: '/works/rights',
    isPersonal: true,
    access: readers,
    filter: WorkFilterWire,
    lines: (tx, { institution }, filter) => grantedTo(tx, institution, filter, clock.today()),
  })

  const services = {
    name: { zh: '三技合同业绩（代表作）', en: 'Commissioned work of persons' },
    columns: serviceColumns,
  }
  exportRoutes(app, context, {
    ...services,
    path: '/works/me/services',
    isPersonal: true,
    access: 'signedIn',
    filter: z.strictObject({}),
    lines: (tx, { institution, person }) => servicesOf(tx, institution, { person }),
  })
  exportRoutes(app, context, {
    ...services,
    path: '/works/services',
    isPersonal: true,
    access: readers,
    filter: WorkFilterWire,
    lines: (tx, { institution }, filter) => servicesOf(tx, institution, filter),
  })
}
