import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { withActs } from '../../platform/editable.ts'
import { exportRoutes } from '../../platform/export.ts'
import { HistoryWire } from '../../platform/history.schema.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import { notFound } from '../../platform/problem.ts'
import { chainOf } from '../../platform/register.ts'
import { unitsOf } from './person.queries.ts'
import { accepted } from './person.routes.ts'
import { unitRegister } from './person.table.ts'
import {
  AmendedWire,
  AmendUnitWire,
  EndPostWire,
  EnteredWire,
  NewPostWire,
  NewUnitWire,
  PersonParamsWire,
  PostParamsWire,
  UnitsWire,
} from './person.wire.ts'
import { endPost, enterPost } from './post.commands.ts'
import { amendUnit, enterUnit } from './unit.commands.ts'
import { unitColumns, unitLines } from './unit.csv.ts'
import { unitEditable } from './unit.editable.ts'

const tags = ['people']

const noSuchUnit = () =>
  notFound({ zh: '本机构没有这个部门。', en: 'The institution has no such unit.' })

/** A history that calls the units above by what they are called now. */
function withNames(history: HistoryWire, units: ReadonlyMap<string, string>): HistoryWire {
  const called = (id: unknown) => (typeof id === 'string' ? (units.get(id) ?? id) : id)
  const items = history.items.map((entry) => ({
    ...entry,
    changes: entry.changes.map((one) =>
      one.field === 'parentId'
        ? { ...one, ...('from' in one && { from: called(one.from) }), to: called(one.to) }
        : one,
    ),
  }))
  return { ...history, items }
}

/** Departments and posts over HTTP: where people work, and what they head. */
export function unitRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/units',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: UnitsWire } } },
    async (request) => {
      const caller = callerOf(request)
      return { items: await asReader(db, caller, (tx) => unitsOf(tx, caller.institution)) }
    },
  )

  exportRoutes(app, context, {
    path: '/units',
    access: 'signedIn',
    filter: z.strictObject({}),
    name: { zh: '部门', en: 'departments' },
    columns: unitColumns,
    lines: async (tx, { institution }) => unitLines(await unitsOf(tx, institution)),
  })

  app.get(
    '/units/:id/history',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: PersonParamsWire, response: { 200: HistoryWire } },
    },
    async (request) => {
      const { institution, ...caller } = callerOf(request)
      const { id } = request.params
      return asReader(db, { institution, ...caller }, async (tx) => {
        const units = new Map((await unitsOf(tx, institution)).map((unit) => [unit.id, unit.name]))
        if (!units.has(id)) throw noSuchUnit()
        const history = await historyOf(tx, { institution, name: chainOf(unitRegister, id) })
        return withNames(withActs(history, unitEditable), units)
      })
    },
  )

  app.post(
    '/units',
    {
      config: { access: ['admin'] },
      schema: { tags, body: NewUnitWire, response: { 201: EnteredWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) => enterUnit(tx, clock, caller, request.body))
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.patch(
    '/units/:id',
    {
      config: { access: ['admin'] },
      schema: {
        tags,
        params: PersonParamsWire,
        body: AmendUnitWire,
        response: { 200: AmendedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { reason, ...given } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        amendUnit(tx, clock, caller, request.params.id, given, reason),
      )
      return accepted(outcome)
    },
  )

  app.post(
    '/people/:id/posts',
    {
      config: { access: ['admin'] },
      schema: { tags, params: PersonParamsWire, body: NewPostWire, response: { 201: EnteredWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        enterPost(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/people/:id/posts/:post/end',
    {
      config: { access: ['admin'] },
      schema: { tags, params: PostParamsWire, body: EndPostWire, response: { 200: EnteredWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id, post } = request.params
      const { to, reason } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        endPost(tx, clock, caller, id, post, to, reason),
      )
      return accepted(outcome)
    },
  )
}
