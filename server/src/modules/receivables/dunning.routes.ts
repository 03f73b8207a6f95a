import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { once, orderOf } from '../../platform/once.ts'
import { RecordParamsWire as params } from '../../platform/register-routes.ts'
import { idText } from '../../platform/text.ts'
import { strikeDunning, writeDunning } from './dunning.commands.ts'
import { allDunning, dunningColumns, dunningOf } from './dunning.queries.ts'
import {
  DunningFilterWire,
  DunningListWire,
  NewDunningWire,
  StrikeDunningWire,
} from './dunning.wire.ts'
import { moneyReaders, termKeepers } from './receivables.access.ts'
import { accepted } from './receivables.routes.ts'

const tags = ['receivables']
const keeps = { access: termKeepers }
const MadeWire = z.object({ id: z.string() })

/** Letters that ask for what is overdue, over HTTP. */
export function dunningRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/contracts/:id/dunning',
    {
      config: { access: moneyReaders },
      schema: { tags, params, response: { 200: DunningListWire } },
    },
    async (request) => {
      const { institution } = callerOf(request)
      const items = await asReader(db, callerOf(request), (tx) =>
        dunningOf(tx, institution, request.params.id),
      )
      return { items }
    },
  )

  app.post(
    '/contracts/:id/dunning',
    { config: keeps, schema: { tags, params, body: NewDunningWire, response: { 201: MadeWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, orderOf('dunning.written', request.params, request.body), () =>
          writeDunning(tx, clock, caller, request.params.id, request.body),
        ),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/contracts/:id/dunning/:letter/strike',
    {
      config: keeps,
      schema: {
        tags,
        params: params.extend({ letter: idText() }),
        body: StrikeDunningWire,
        response: { 200: MadeWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id: contract, letter } = request.params
      const { reason } = request.body
      return accepted(
        await asCaller(db, caller, (tx) =>
          strikeDunning(tx, clock, caller, { contract, letter }, reason),
        ),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/dunning-letters',
    access: moneyReaders,
    filter: DunningFilterWire,
    name: { zh: '催款函', en: 'Dunning letters' },
    columns: dunningColumns,
    lines: (tx, { institution }, filter) => allDunning(tx, institution, filter),
  })
}
