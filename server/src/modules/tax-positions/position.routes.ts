import type { Day, Fen, Outcome } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire as params } from '../../platform/register-routes.ts'
import { besideOf } from './beside.queries.ts'
import { answerers, claimers, taxReaders } from './position.access.ts'
import { answerQuestion, claimRelief } from './position.commands.ts'
import { allPositions, positionColumns } from './position.csv.ts'
import { type PositionRefusals, toProblem } from './position.refusals.ts'
import { contractTaxOf } from './position.view.ts'
import {
  AnsweredWire,
  AnswerWire,
  ClaimWire,
  ContractTaxQueryWire,
  ContractTaxWire,
  PositionFilterWire,
  PositionParamsWire,
  WindowFilterWire,
  WindowListWire,
} from './position.wire.ts'
import { taxCaseOf } from './tax-case.queries.ts'
import { unregisteredColumns } from './unregistered.csv.ts'
import { allUnregistered, listUnregistered } from './unregistered.queries.ts'
import {
  UnregisteredFilterWire,
  UnregisteredPageWire,
  UnregisteredQueryWire,
} from './unregistered.wire.ts'
import { listWindows, windowColumns } from './window.queries.ts'

const tags = ['tax-positions']

/** Positions on tax over HTTP: parse, call, answer. */
export function positionRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const reads = { access: taxReaders }

  app.get(
    '/tax-windows',
    {
      config: reads,
      schema: { tags, querystring: WindowFilterWire, response: { 200: WindowListWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const today = clock.today() as Day
      const items = await asReader(db, caller, (tx) =>
        listWindows(tx, caller.institution, request.query, today),
      )
      const sum = items.reduce((total, { amountFen }) => total + BigInt(amountFen), 0n)
      return { today, items: [...items], totals: { count: items.length, amountFen: `${sum}` } }
    },
  )

  exportRoutes(app, context, {
    path: '/tax-windows',
    access: taxReaders,
    filter: WindowFilterWire,
    name: { zh: '现金奖励减按计税期限', en: 'Windows of the tax relief' },
    columns: windowColumns,
    lines: (tx, { institution }, filter) =>
      listWindows(tx, institution, filter, clock.today() as Day),
  })

  app.get(
    '/unregistered-contracts',
    {
      config: reads,
      schema: { tags, querystring: UnregisteredQueryWire, response: { 200: UnregisteredPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const today = clock.today() as Day
      return asReader(db, caller, (tx) =>
        listUnregistered(tx, caller.institution, request.query, today),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/unregistered-contracts',
    access: taxReaders,
    filter: UnregisteredFilterWire,
    name: { zh: '可登记而未登记的合同', en: 'Contracts to register' },
    columns: unregisteredColumns,
    lines: (tx, { institution }, filter) =>
      allUnregistered(tx, institution, filter, clock.today() as Day),
  })

  exportRoutes(app, context, {
    path: '/tax-positions',
    access: taxReaders,
    filter: PositionFilterWire,
    name: { zh: '合同税收优惠', en: 'Tax reliefs by contract' },
    columns: positionColumns,
    lines: (tx, { institution }) => allPositions(tx, institution, clock.today() as Day),
  })

  app.get(
    '/contracts/:id/tax',
    {
      config: reads,
      schema: {
        tags,
        params,
        querystring: ContractTaxQueryWire,
        response: { 200: ContractTaxWire },
      },
    },
    async (request) => {
      const { institution } = callerOf(request)
      const { id } = request.params
      const today = clock.today() as Day
      const other = BigInt(request.query.other) as Fen
      const found = await asReader(db, callerOf(request), async (tx) => {
        const of = await taxCaseOf(tx, institution, id, today)
        return of && contractTaxOf(of, await besideOf(tx, institution, [id], today), today, other)
      })
      if (!found) throw toProblem({ code: 'no-such-position', facts: {} })
      return found
    },
  )

  app.post(
    '/contracts/:id/tax/:regime/answers',
    {
      config: { access: answerers },
      schema: {
        tags,
        params: PositionParamsWire,
        body: AnswerWire,
        response: { 201: AnsweredWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: contract, regime } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        answerQuestion(tx, clock, caller, { contract, regime }, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/contracts/:id/tax/:regime/claim',
    {
      config: { access: claimers },
      schema: {
        tags,
        params: PositionParamsWire,
        body: ClaimWire,
        response: { 201: AnsweredWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: contract, regime } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        claimRelief(tx, clock, caller, { contract, regime }, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, PositionRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
