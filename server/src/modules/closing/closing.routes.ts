import type { Day, Refusal } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asAttachment } from '../../platform/csv.ts'
import { asCaller, asReader, asSystem, systemPerson } from '../../platform/database.ts'
import { noteExport } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import {
  type ClosingRefusals,
  confirmClosing,
  proposeClosing,
  reopenMonths,
  withdrawClosing,
} from './closing.commands.ts'
import { keptVouchers } from './closing.queries.ts'
import { noSuchClosing, toClosingProblem } from './closing.refusals.ts'
import { closingsFor } from './closing.view.ts'
import {
  ClosingsQueryWire,
  ClosingsWire,
  DoneWire,
  LookedWire,
  ProposeWire,
  ReopenWire,
} from './closing.wire.ts'
import { look } from './look.commands.ts'

const tags = ['closing']

/** Who reads how the books are closed. */
export const closingReaders: readonly Role[] = ['finance', 'leaders', 'auditor', 'admin']

/** The closing of months over HTTP. */
export function closingRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/closings',
    {
      config: { access: closingReaders },
      schema: { tags, querystring: ClosingsQueryWire, response: { 200: ClosingsWire } },
    },
    (request) => {
      const caller = callerOf(request)
      // Sums and counts of the whole house, of which nothing is named.
      const house = { institution: caller.institution, person: systemPerson, roles: ['system'] }
      return asReader(db, house, (tx) =>
        closingsFor(tx, caller, request.query.month, clock.today() as Day),
      )
    },
  )

  app.post(
    '/closings',
    {
      config: { access: ['finance'] },
      schema: { tags, body: ProposeWire, response: { 201: DoneWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        proposeClosing(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/closings/look',
    { config: { access: ['finance'] }, schema: { tags, response: { 200: LookedWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const found = await asSystem(db, institution, (tx) => look(tx, clock, institution))
      return { count: found.length }
    },
  )

  app.post(
    '/closings/withdraw',
    { config: { access: ['finance'] }, schema: { tags, response: { 200: DoneWire } } },
    async (request) => {
      const caller = callerOf(request)
      return accepted(await asCaller(db, caller, (tx) => withdrawClosing(tx, clock, caller)))
    },
  )

  app.post(
    '/closings/confirm',
    { config: { access: ['finance', 'leaders'] }, schema: { tags, response: { 200: DoneWire } } },
    async (request) => {
      const caller = callerOf(request)
      return accepted(await asCaller(db, caller, (tx) => confirmClosing(tx, clock, caller)))
    },
  )

  app.post(
    '/closings/reopen',
    {
      config: { access: ['leaders'] },
      schema: { tags, body: ReopenWire, response: { 200: DoneWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { reason } = request.body
      return accepted(await asCaller(db, caller, (tx) => reopenMonths(tx, clock, caller, reason)))
    },
  )

  app.get(
    '/closings/:seq/vouchers.csv',
    {
      config: { access: ['finance', 'auditor'] },
      schema: {
        tags,
        params: z.object({ seq: z.coerce.number().int().min(1) }),
        produces: ['text/csv'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { seq } = request.params
      const text = await asCaller(db, caller, async (tx) => {
        const kept = await keptVouchers(tx, caller.institution, seq)
        if (!kept?.vouchers) return undefined
        const list = { zh: '已结账月份的记账凭证', en: 'vouchers of closed months' }
        // The first line is the heading.
        const rows = kept.vouchers.trimEnd().split('\n').length - 1
        const told = { list, format: 'csv' as const, filter: { closing: seq }, rows }
        await noteExport(tx, clock.now(), caller, told)
        return kept.vouchers
      })
      if (!text) throw noSuchClosing()
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', asAttachment(`记账凭证-${seq}.csv`))
        .header('cache-control', 'no-store')
        .send(text)
    },
  )
}

function accepted<Value>(
  outcome:
    | { kind: 'accepted'; value: Value }
    | { kind: 'refused'; refusal: Refusal<ClosingRefusals> },
): Value {
  if (outcome.kind === 'refused') throw toClosingProblem(outcome.refusal)
  return outcome.value
}
