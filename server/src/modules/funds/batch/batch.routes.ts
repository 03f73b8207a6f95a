import type { Outcome } from '@yizhuan/kit'
import { callerOf } from '../../../platform/access.ts'
import { asCaller, asReader } from '../../../platform/database.ts'
import type { App, Context } from '../../../platform/module.ts'
import { RecordParamsWire } from '../../../platform/register-routes.ts'
import { FileMadeWire } from '../../payouts/index.ts'
import { payers } from '../funds.access.ts'
import { type AwardBatchRefusals, payInBatch, sendAwards } from './batch.commands.ts'
import { toBatchProblem } from './batch.refusals.ts'
import { AwardBatchWire, PayAwardsWire, PayableAwardsWire } from './batch.wire.ts'
import { payableAwards } from './payable.queries.ts'

const tags = ['payouts']
const config = { access: payers }

/** Bonuses and awards in payout batches; all else of a batch is that of payouts. */
export function awardBatchRoutes(app: App, { db, clock, keys }: Context): void {
  app.get(
    '/payouts/payable-awards',
    { config, schema: { tags, response: { 200: PayableAwardsWire } } },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      return asReader(db, caller, async (tx) => ({
        today: clock.today(),
        ...(await payableAwards(tx, institution)),
      }))
    },
  )

  app.post(
    '/payouts/of-awards',
    { config, schema: { tags, body: PayAwardsWire, response: { 201: AwardBatchWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const made = await asCaller(db, caller, async (tx) =>
        accepted(await payInBatch(tx, clock, caller, request.body)),
      )
      return reply.code(201).send(made)
    },
  )

  app.post(
    '/payouts/:id/award-files',
    { config, schema: { tags, params: RecordParamsWire, response: { 201: FileMadeWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const made = await asCaller(db, caller, async (tx) =>
        accepted(await sendAwards(tx, clock, keys, caller, request.params.id)),
      )
      return reply.code(201).send(made)
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, AwardBatchRefusals>): Value {
  if (outcome.kind === 'refused') throw toBatchProblem(outcome.refusal)
  return outcome.value
}
