import { callerOf } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { once } from '../../platform/once.ts'
import { RecordParamsWire as params } from '../../platform/register-routes.ts'
import { giveBack } from './give-back.commands.ts'
import { enterReceipt, takeBackReceipt } from './hand.commands.ts'
import { EnterReceiptWire, GiveBackWire } from './hand.wire.ts'
import { TakeBackWire } from './matching.wire.ts'
import { bookKeepers } from './receivables.access.ts'
import { accepted } from './receivables.routes.ts'
import { MadeWire } from './terms.wire.ts'

const config = { access: bookKeepers }
const tags = ['receipts']

/** Receipts that finance enters by hand and takes back, over HTTP. */
export function handRoutes(app: App, { db, clock }: Context): void {
  app.post(
    '/receipts',
    { config, schema: { tags, body: EnterReceiptWire, response: { 201: MadeWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id, ...given } = request.body
      const order = { id, what: 'receipt.entered', order: given }
      const outcome = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, order, () => enterReceipt(tx, clock, caller, given)),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/receipts/:id/take-back',
    { config, schema: { tags, params, body: TakeBackWire, response: { 201: MadeWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        takeBackReceipt(tx, clock, caller, id, request.body.reason),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/receipts/:id/give-back',
    { config, schema: { tags, params, body: GiveBackWire, response: { 201: MadeWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: receipt } = request.params
      const { id, ...given } = request.body
      const order = { id, what: 'receipt.givenBack', order: { receipt, ...given } }
      const outcome = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, order, () => giveBack(tx, clock, caller, receipt, given)),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )
}
