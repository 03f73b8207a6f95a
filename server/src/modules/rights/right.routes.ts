import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asAttachment } from '../../platform/csv.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import { chainOf } from '../../platform/register.ts'
import { amendRight, createRight } from './right.commands.ts'
import { rightsCsv } from './right.csv.ts'
import { allRights, listRights, rightOf } from './right.queries.ts'
import { toProblem } from './right.refusals.ts'
import { rightRegister } from './right.table.ts'
import { blankRight } from './right.ts'
import {
  AmendedRightWire,
  AmendRightWire,
  CreatedRightWire,
  CreateRightWire,
  HistoryWire,
  RightFilterWire,
  RightPageWire,
  RightParamsWire,
  RightQueryWire,
  RightWire,
} from './right.wire.ts'

const tags = ['rights']
const writers: readonly Role[] = ['tto_negotiator', 'tto_reviewer']

/** The register of rights over HTTP: parse, call, answer. */
export function rightRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/rights',
    {
      config: { access: 'signedIn' },
      schema: { tags, querystring: RightQueryWire, response: { 200: RightPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listRights(tx, caller.institution, request.query))
    },
  )

  app.get(
    '/rights.csv',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        querystring: RightFilterWire,
        produces: ['text/csv'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const rows = await asReader(db, caller, (tx) =>
        allRights(tx, caller.institution, request.query),
      )
      const lang = langOf(request)
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', asAttachment(lang === 'zh' ? '知识产权.csv' : 'rights.csv'))
        .send(rightsCsv(rows, lang))
    },
  )

  app.post(
    '/rights',
    {
      config: { access: writers },
      schema: { tags, body: CreateRightWire, response: { 201: CreatedRightWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const told = Object.entries(request.body).filter(([, value]) => value !== undefined)
      const { kind, title } = request.body
      const fields = { ...blankRight, ...Object.fromEntries(told), kind, title }
      const outcome = await asCaller(db, caller, (tx) => createRight(tx, clock, caller, fields))
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return reply.code(201).send(outcome.value)
    },
  )

  app.get(
    '/rights/:id',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: RightParamsWire, response: { 200: RightWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const found = await asReader(db, caller, (tx) => rightOf(tx, caller.institution, id))
      if (found) return found
      throw toProblem({ code: 'no-such-right', facts: {} })
    },
  )

  app.patch(
    '/rights/:id',
    {
      config: { access: writers },
      schema: {
        tags,
        params: RightParamsWire,
        body: AmendRightWire,
        response: { 200: AmendedRightWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { expectedSeq, reason, ...fields } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        amendRight(tx, clock, caller, request.params.id, { fields, reason, expectedSeq }),
      )
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return outcome.value
    },
  )

  app.get(
    '/rights/:id/history',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: RightParamsWire, response: { 200: HistoryWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        const found = await rightOf(tx, institution, id)
        if (!found) throw toProblem({ code: 'no-such-right', facts: {} })
        return historyOf(tx, { institution, name: chainOf(rightRegister, id) })
      })
    },
  )
}
