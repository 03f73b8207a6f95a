import type { Outcome } from '@yizhuan/kit'
import { callerOf } from '../../../platform/access.ts'
import { asCaller } from '../../../platform/database.ts'
import type { App, Context } from '../../../platform/module.ts'
import { keepers, payers } from '../funds.access.ts'
import {
  PaidBonusesWire,
  PayBonusesWire,
  ProposeBonusesWire,
  ProposedBonusesWire,
} from './bonus.wire.ts'
import { payBonuses, proposeBonuses, type RunRefusals, type Stopped } from './run.commands.ts'
import { toRunProblem, toStoppedProblem } from './run.refusals.ts'

const tags = ['grant-bonuses']

/** Bonuses of many patents at once: proposed in even parts, and paid by one voucher. */
export function runRoutes(app: App, { db, clock }: Context): void {
  app.post(
    '/grant-bonuses/proposals',
    {
      config: { access: keepers },
      schema: { tags, body: ProposeBonusesWire, response: { 201: ProposedBonusesWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const made = await asCaller(db, caller, async (tx) =>
        accepted(await proposeBonuses(tx, clock, caller, request.body)),
      )
      return reply.code(201).send(made)
    },
  )

  app.post(
    '/grant-bonuses/payments',
    {
      config: { access: payers },
      schema: { tags, body: PayBonusesWire, response: { 200: PaidBonusesWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      return await asCaller(db, caller, async (tx) =>
        accepted(await payBonuses(tx, clock, caller, request.body)),
      )
    },
  )
}

/** Within the transaction: a no takes back what was written before it. */
function accepted<Value>(outcome: Outcome<Value, RunRefusals> | Stopped): Value {
  if (outcome.kind === 'stopped') throw toStoppedProblem(outcome)
  if (outcome.kind === 'refused') throw toRunProblem(outcome.refusal)
  return outcome.value
}
