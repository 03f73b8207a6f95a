import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { openingsOf } from './opening.queries.ts'
import { revealField } from './person.commands.ts'
import { openingColumns } from './person.csv.ts'
import { accepted } from './person.routes.ts'
import { OpeningsWire, PersonParamsWire, RevealedWire, RevealWire } from './person.wire.ts'

const tags = ['people']

/** What is sealed of a person: opened for a purpose, and told to the person and to who looks on. */
export function openingRoutes(app: App, context: Context): void {
  const { db } = context
  app.post(
    '/people/:id/reveal',
    {
      config: { access: ['finance'], rateLimit: { max: 60, timeWindow: '1 hour' } },
      schema: { tags, params: PersonParamsWire, body: RevealWire, response: { 200: RevealedWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { field, purpose } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        revealField(tx, context, caller, request.params.id, field, purpose),
      )
      return reply.header('cache-control', 'no-store').send(accepted(outcome))
    },
  )

  app.get(
    '/people/me/openings',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: OpeningsWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => ({
        items: await openingsOf(tx, caller.institution, caller.person),
      }))
    },
  )

  exportRoutes(app, context, {
    path: '/people/openings',
    access: ['auditor', 'discipline', 'admin'],
    filter: z.strictObject({}),
    isPersonal: true,
    name: { zh: '个人信息查看记录', en: 'openings' },
    columns: openingColumns,
    lines: (tx, { institution }) => openingsOf(tx, institution),
  })

  app.get(
    '/people/openings',
    {
      config: { access: ['auditor', 'discipline', 'admin'] },
      schema: { tags, response: { 200: OpeningsWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => ({
        items: await openingsOf(tx, caller.institution),
      }))
    },
  )
}
