import { dayInChina, type Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asAttachment } from '../../platform/csv.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { decideArchive, deciders, orderArchive, orderers, takeArchive } from './archive.commands.ts'
import { listArchives } from './archive.queries.ts'
import { type ArchiveRefusals, toProblem } from './archive.refusals.ts'
import {
  ArchiveParamsWire,
  ArchivesWire,
  DecideArchiveWire,
  OrderArchiveWire,
  OrderedArchiveWire,
} from './archive.wire.ts'

const tags = ['archives']
const readers: readonly Role[] = [...deciders, 'auditor']

/** Archives over HTTP: order, decide, fetch. */
export function archiveRoutes(app: App, context: Context): void {
  const { db } = context

  app.get(
    '/archives',
    { config: { access: readers }, schema: { tags, response: { 200: ArchivesWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => ({ items: await listArchives(tx, caller) }))
    },
  )

  app.post(
    '/archives',
    {
      config: { access: orderers, rateLimit: { max: 20, timeWindow: '1 hour' } },
      schema: { tags, body: OrderArchiveWire, response: { 201: OrderedArchiveWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        orderArchive(tx, context, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/archives/:id/decision',
    {
      config: { access: deciders },
      schema: {
        tags,
        params: ArchiveParamsWire,
        body: DecideArchiveWire,
        response: { 200: OrderedArchiveWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return accepted(
        await asCaller(db, caller, (tx) =>
          decideArchive(tx, context, caller, id, request.body.approve),
        ),
      )
    },
  )

  app.get(
    '/archives/:id/file',
    {
      config: { access: orderers },
      schema: {
        tags,
        params: ArchiveParamsWire,
        produces: ['application/zip'],
        response: { 200: z.unknown() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { order, content } = accepted(
        await asCaller(db, caller, (tx) => takeArchive(tx, context, caller, request.params.id)),
      )
      const day = order.madeAt ? dayInChina(order.madeAt) : ''
      return reply
        .header('content-type', 'application/zip')
        .header('content-length', order.size ?? undefined)
        .header('content-disposition', asAttachment(`yizhuan-archive-${day}.zip`))
        .header('cache-control', 'no-store')
        .send(content)
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, ArchiveRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
