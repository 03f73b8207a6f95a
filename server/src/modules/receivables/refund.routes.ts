import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire as params } from '../../platform/register-routes.ts'
import { LeftWire, TakeBackWire } from './matching.wire.ts'
import { bookKeepers, moneyReaders } from './receivables.access.ts'
import { accepted } from './receivables.routes.ts'
import { linkRefund, takeBackRefund } from './refund.commands.ts'
import { ReceiptRefundParamsWire, RefundWire } from './refund.wire.ts'
import { MadeWire } from './terms.wire.ts'
import { assignContract, takeBackContract } from './waiting.commands.ts'
import { waitingColumns } from './waiting.csv.ts'
import { allWaiting, listWaiting } from './waiting.queries.ts'
import {
  OfContractWire,
  WaitingFilterWire,
  WaitingPageWire,
  WaitingQueryWire,
} from './waiting.wire.ts'

const tags = ['receivables']
const books = { access: bookKeepers }

/** What waits to be linked, and which receipt a refund gave back, over HTTP. */
export function refundRoutes(app: App, context: Context): void {
  waiting(app, context)
  takingBack(app, context)
  linking(app, context)
}

function waiting(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/waiting-receipts',
    {
      config: { access: moneyReaders },
      schema: { tags, querystring: WaitingQueryWire, response: { 200: WaitingPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) =>
        listWaiting(tx, caller.institution, request.query, clock.today()),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/waiting-receipts',
    access: moneyReaders,
    filter: WaitingFilterWire,
    name: { zh: '待关联和核对的到账', en: 'Receipts that wait' },
    columns: waitingColumns,
    lines: (tx, { institution }) => allWaiting(tx, institution, clock.today()),
  })

  app.post(
    '/receipts/:id/contract',
    {
      config: books,
      schema: { tags, params, body: OfContractWire, response: { 201: MadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        assignContract(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )
}

function takingBack(app: App, { db, clock }: Context): void {
  app.post(
    '/receipts/:id/contract/take-back',
    {
      config: books,
      schema: { tags, params, body: TakeBackWire, response: { 201: MadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        takeBackContract(tx, clock, caller, id, request.body.reason),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )
}

function linking(app: App, { db, clock }: Context): void {
  app.post(
    '/receipts/:id/refunds',
    { config: books, schema: { tags, params, body: RefundWire, response: { 201: LeftWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        linkRefund(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/receipts/:id/refunds/:refund/take-back',
    {
      config: books,
      schema: {
        tags,
        params: ReceiptRefundParamsWire,
        body: TakeBackWire,
        response: { 201: MadeWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: receipt, refund } = request.params
      const { reason } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        takeBackRefund(tx, clock, caller, { receipt, refund, reason }),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )
}
