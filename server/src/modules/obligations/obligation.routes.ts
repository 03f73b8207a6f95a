import type { Outcome } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { contractReaders } from '../contracts/index.ts'
import { obligationKeepers } from './obligation.access.ts'
import {
  agreeObligation,
  amendObligation,
  concludeObligation,
  extendObligation,
  type ObligationRefusals,
  takeBackOutcome,
} from './obligation.commands.ts'
import { obligationColumns } from './obligation.csv.ts'
import { allObligations, listObligations, obligationOf } from './obligation.queries.ts'
import { toProblem } from './obligation.refusals.ts'
import { obligationRegister } from './obligation.table.ts'
import { kindWords, obligorWords, stateWords } from './obligation.ts'
import {
  AgreedObligationsWire,
  AgreeObligationWire,
  AmendObligationWire,
  ExtendObligationWire,
  ObligationFilterWire,
  ObligationOutcomeWire,
  ObligationPageWire,
  ObligationQueryWire,
  ObligationSeqWire,
  ObligationWire,
  TakeBackOutcomeWire,
} from './obligation.wire.ts'

const tags = ['obligations']
const params = RecordParamsWire
const config = { access: obligationKeepers }
const response = { 200: ObligationSeqWire }

/** What contracts oblige to, over HTTP. */
export function obligationRoutes(app: App, context: Context): void {
  const { db, clock } = context
  readRoutes(app, context, {
    register: obligationRegister,
    path: '/obligations',
    access: contractReaders,
    wire: {
      query: ObligationQueryWire,
      filter: ObligationFilterWire,
      page: ObligationPageWire,
      one: ObligationWire,
    },
    list: (tx, institution, query) => listObligations(tx, institution, query, clock.today()),
    all: (tx, institution, filter) => allObligations(tx, institution, filter, clock.today()),
    one: (tx, institution, id) => obligationOf(tx, institution, id, clock.today()),
    columns: obligationColumns,
    name: { zh: '履约事项', en: 'obligations' },
    words: {
      kind: { name: { zh: '类别', en: 'Kind' }, values: kindWords },
      obligor: { name: { zh: '履行方', en: 'Owed by' }, values: obligorWords },
      state: { name: { zh: '状态', en: 'State' }, values: stateWords },
    },
    missing: () => toProblem({ code: 'no-such-obligation', facts: {} }),
  })

  app.post(
    '/contracts/:id/obligations',
    {
      config,
      schema: { tags, params, body: AgreeObligationWire, response: { 201: AgreedObligationsWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        agreeObligation(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.patch(
    '/obligations/:id',
    { config, schema: { tags, params, body: AmendObligationWire, response } },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        amendObligation(tx, clock, caller, request.params.id, request.body),
      )
      return accepted(outcome)
    },
  )

  app.post(
    '/obligations/:id/extension',
    { config, schema: { tags, params, body: ExtendObligationWire, response } },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        extendObligation(tx, clock, caller, request.params.id, request.body),
      )
      return accepted(outcome)
    },
  )

  app.post(
    '/obligations/:id/outcome',
    { config, schema: { tags, params, body: ObligationOutcomeWire, response } },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        concludeObligation(tx, clock, caller, request.params.id, request.body),
      )
      return accepted(outcome)
    },
  )

  app.post(
    '/obligations/:id/outcome/take-back',
    { config, schema: { tags, params, body: TakeBackOutcomeWire, response } },
    async (request) => {
      const caller = callerOf(request)
      const { reason } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        takeBackOutcome(tx, clock, caller, request.params.id, reason),
      )
      return accepted(outcome)
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, ObligationRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
