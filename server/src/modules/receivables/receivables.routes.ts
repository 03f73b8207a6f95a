import type { Day, Refusal } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { once, orderOf } from '../../platform/once.ts'
import { RecordParamsWire as params } from '../../platform/register-routes.ts'
import { contractMoney } from './contract-money.view.ts'
import { ContractMoneyWire } from './contract-money.wire.ts'
import { endTerms } from './ending.commands.ts'
import { receivableColumns } from './receivable-list.csv.ts'
import { allReceivables, listReceivables } from './receivable-list.queries.ts'
import {
  ReceivableFilterWire,
  ReceivablePageWire,
  ReceivableQueryWire,
} from './receivable-list.wire.ts'
import { moneyReaders, termKeepers } from './receivables.access.ts'
import { type ReceivableRefusals, toReceivableProblem } from './receivables.refusals.ts'
import { recordStatement } from './royalty.commands.ts'
import { takeBackEnd, takeBackMilestone } from './taking-back.commands.ts'
import { agreeTerms, previewTerms, reachMilestone } from './terms.commands.ts'
import {
  EndTermsWire,
  MadeWire,
  MilestoneBackWire,
  MilestoneWire,
  NewStatementWire,
  NewTermsWire,
  PreviewWire,
  ResumeTermsWire,
  VersionMadeWire,
} from './terms.wire.ts'

const tags = ['receivables']
const reads = { access: moneyReaders }
const keeps = { access: termKeepers }

/** What was agreed of payments, and what is owed, over HTTP. */
export function receivableRoutes(app: App, context: Context): void {
  const { db, clock } = context

  app.get(
    '/receivables',
    {
      config: reads,
      schema: { tags, querystring: ReceivableQueryWire, response: { 200: ReceivablePageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const today = clock.today() as Day
      return asReader(db, caller, (tx) =>
        listReceivables(tx, caller.institution, request.query, today),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/receivables',
    access: moneyReaders,
    filter: ReceivableFilterWire,
    name: { zh: '应收款', en: 'Receivables' },
    columns: receivableColumns,
    lines: (tx, { institution }, filter) =>
      allReceivables(tx, institution, filter, clock.today() as Day),
  })

  app.get(
    '/contracts/:id/money',
    { config: reads, schema: { tags, params, response: { 200: ContractMoneyWire } } },
    async (request) => {
      const caller = callerOf(request)
      const found = await asReader(db, caller, (tx) =>
        contractMoney(tx, caller.institution, request.params.id, clock.today() as Day),
      )
      if (!found) throw toReceivableProblem({ code: 'no-such-contract', facts: {} })
      return found
    },
  )

  app.post(
    '/contracts/:id/terms/preview',
    { config: keeps, schema: { tags, params, body: NewTermsWire, response: { 200: PreviewWire } } },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asReader(db, caller, (tx) =>
        previewTerms(tx, caller.institution, request.params.id, request.body),
      )
      return { changes: [...accepted(outcome)] }
    },
  )

  app.post(
    '/contracts/:id/terms',
    {
      config: keeps,
      schema: { tags, params, body: NewTermsWire, response: { 201: VersionMadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        agreeTerms(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/contracts/:id/end',
    {
      config: keeps,
      schema: { tags, params, body: EndTermsWire, response: { 201: VersionMadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        endTerms(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/contracts/:id/end/take-back',
    {
      config: keeps,
      schema: { tags, params, body: ResumeTermsWire, response: { 201: VersionMadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        takeBackEnd(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/contracts/:id/milestones/take-back',
    {
      config: keeps,
      schema: { tags, params, body: MilestoneBackWire, response: { 201: VersionMadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        takeBackMilestone(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/contracts/:id/milestones',
    {
      config: keeps,
      schema: { tags, params, body: MilestoneWire, response: { 201: VersionMadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        reachMilestone(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/contracts/:id/royalty-statements',
    {
      config: keeps,
      schema: { tags, params, body: NewStatementWire, response: { 201: MadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, orderOf('royalty.stated', request.params, request.body), () =>
          recordStatement(tx, clock, caller, request.params.id, request.body),
        ),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )
}

/** The value of an outcome. @throws {Problem} */
export function accepted<Value>(
  outcome:
    | { kind: 'accepted'; value: Value }
    | { kind: 'refused'; refusal: Refusal<ReceivableRefusals> },
): Value {
  if (outcome.kind === 'refused') throw toReceivableProblem(outcome.refusal)
  return outcome.value
}
