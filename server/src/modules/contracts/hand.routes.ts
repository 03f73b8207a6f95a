import type { Outcome } from '@yizhuan/kit'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { once } from '../../platform/once.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { type ContractRefusals, toProblem } from './contract.refusals.ts'
import { changeContract, enterContract, relateContract } from './hand.commands.ts'
import {
  ChangeContractWire,
  ChangedWire,
  EnterContractWire,
  EnteredWire,
  RelateContractWire,
} from './hand.wire.ts'

const keepers: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'legal']
const config = { access: keepers }
const tags = ['contracts']

/** Contracts that people enter and change by hand, over HTTP. */
export function handRoutes(app: App, { db, clock }: Context): void {
  app.post(
    '/contracts',
    { config, schema: { tags, body: EnterContractWire, response: { 201: EnteredWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id, achievements, ...fields } = request.body
      const order = { id, what: 'contract.entered', order: { achievements, fields } }
      const entered = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, order, () =>
          enterContract(tx, clock, caller, { fields, achievements }),
        ),
      )
      return reply.code(201).send(answered(entered))
    },
  )

  app.patch(
    '/contracts/:id',
    {
      config,
      schema: {
        tags,
        params: RecordParamsWire,
        body: ChangeContractWire,
        response: { 200: ChangedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { reason, expectedSeq, ...fields } = request.body
      const order = { fields, reason, expectedSeq }
      return answered(
        await asCaller(db, caller, (tx) =>
          changeContract(tx, clock, caller, request.params.id, order),
        ),
      )
    },
  )

  app.put(
    '/contracts/:id/relations',
    {
      config,
      schema: {
        tags,
        params: RecordParamsWire,
        body: RelateContractWire,
        response: { 200: ChangedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return answered(
        await asCaller(db, caller, (tx) =>
          relateContract(tx, clock, caller, request.params.id, request.body),
        ),
      )
    },
  )
}

function answered<Value>(outcome: Outcome<Value, ContractRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
