import type { Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, type Role } from '../../../platform/access.ts'
import { asCaller, asReader, type Tx } from '../../../platform/database.ts'
import { exportRoutes } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { RecordParamsWire } from '../../../platform/register-routes.ts'
import { docketReaders } from '../docket/docket.access.ts'
import { readShares } from './read-shares.ts'
import { recordCost, recordParties, type ShareRefusals, takeBackCost } from './share.commands.ts'
import { costColumns, costWords } from './share.csv.ts'
import { listCosts } from './share.queries.ts'
import { toShareProblem } from './share.refusals.ts'
import {
  CostFilterWire,
  CostListWire,
  CostParamsWire,
  RecordCostWire,
  RecordPartiesWire,
  RightSharesWire,
  TakeBackCostWire,
} from './share.wire.ts'

const tags = ['rights']
const keepers: readonly Role[] = ['tto_negotiator', 'tto_reviewer']
const claimants: readonly Role[] = [...keepers, 'finance']
const Answered = z.object({ id: z.string() })

/** Owners of a right, who bears its fees, and claims for them, over HTTP. */
export function shareRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const config = { access: docketReaders }

  app.get(
    '/rights/:id/shares',
    { config, schema: { tags, params: RecordParamsWire, response: { 200: RightSharesWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const found = await asReader(db, caller, (tx) =>
        readShares(tx, caller.institution, id, clock.today()),
      )
      if (!found) throw toShareProblem({ code: 'no-such-right', facts: {} })
      return found
    },
  )

  app.post(
    '/rights/:id/parties',
    {
      config: { access: keepers },
      schema: {
        tags,
        params: RecordParamsWire,
        body: RecordPartiesWire,
        response: { 201: Answered },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const record = (tx: Tx) => recordParties(tx, clock, caller, request.params.id, request.body)
      return reply.code(201).send(accepted(await asCaller(db, caller, record)))
    },
  )

  app.get(
    '/docket/cost-shares',
    { config, schema: { tags, querystring: CostFilterWire, response: { 200: CostListWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listCosts(tx, caller.institution, request.query))
    },
  )

  exportRoutes(app, context, {
    path: '/docket/cost-shares',
    access: config.access,
    filter: CostFilterWire,
    name: { zh: '知识产权费用分担', en: 'shares-of-fees' },
    words: costWords,
    columns: costColumns,
    lines: async (tx, { institution }, filter) => (await listCosts(tx, institution, filter)).items,
  })

  app.post(
    '/docket/cost-entries',
    {
      config: { access: claimants },
      schema: { tags, body: RecordCostWire, response: { 201: Answered } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const record = (tx: Tx) => recordCost(tx, clock, caller, request.body)
      return reply.code(201).send(accepted(await asCaller(db, caller, record)))
    },
  )

  app.post(
    '/docket/cost-entries/:entry/take-back',
    {
      config: { access: claimants },
      schema: {
        tags,
        params: CostParamsWire,
        body: TakeBackCostWire,
        response: { 201: Answered },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { entry } = request.params
      const takeBack = (tx: Tx) => takeBackCost(tx, clock, caller, entry, request.body.reason)
      return reply.code(201).send(accepted(await asCaller(db, caller, takeBack)))
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, ShareRefusals>): Value {
  if (outcome.kind === 'refused') throw toShareProblem(outcome.refusal)
  return outcome.value
}
