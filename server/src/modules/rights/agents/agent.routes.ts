import type { Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, type Role } from '../../../platform/access.ts'
import { asCaller, asReader, type Tx } from '../../../platform/database.ts'
import type { App, Context } from '../../../platform/module.ts'
import { recordOf } from '../../../platform/register.ts'
import { RecordParamsWire } from '../../../platform/register-routes.ts'
import { docketReaders } from '../docket/docket.access.ts'
import { rightRegister } from '../right.table.ts'
import {
  type AgentCommandRefusals,
  instruct,
  recordAgent,
  takeBackInstruction,
} from './agent.commands.ts'
import { agentsOf, instructionsOf } from './agent.queries.ts'
import { toAgentProblem } from './agent.refusals.ts'
import {
  InstructionParamsWire,
  InstructWire,
  RecordAgentWire,
  RightAgentsWire,
  TakeBackInstructionWire,
} from './agent.wire.ts'

const tags = ['rights']
const keepers: readonly Role[] = ['tto_negotiator', 'tto_reviewer']
const Answered = z.object({ id: z.string() })

/** Who represents the house for a right, and what they were told, over HTTP. */
export function agentRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/rights/:id/agents',
    {
      config: { access: docketReaders },
      schema: { tags, params: RecordParamsWire, response: { 200: RightAgentsWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      const found = await asReader(db, caller, async (tx) => {
        if (!(await recordOf(tx, rightRegister, institution, id))) return undefined
        const agents = await agentsOf(tx, institution, id)
        const instructions = await instructionsOf(tx, institution, id)
        return { today: clock.today(), agents: agents.toReversed(), instructions }
      })
      if (!found) throw toAgentProblem({ code: 'no-such-right', facts: {} })
      return found
    },
  )

  app.post(
    '/rights/:id/agents',
    {
      config: { access: keepers },
      schema: {
        tags,
        params: RecordParamsWire,
        body: RecordAgentWire,
        response: { 201: Answered },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const record = (tx: Tx) => recordAgent(tx, clock, caller, request.params.id, request.body)
      return reply.code(201).send(accepted(await asCaller(db, caller, record)))
    },
  )

  app.post(
    '/rights/:id/instructions',
    {
      config: { access: keepers },
      schema: { tags, params: RecordParamsWire, body: InstructWire, response: { 201: Answered } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const give = (tx: Tx) => instruct(tx, clock, caller, request.params.id, request.body)
      return reply.code(201).send(accepted(await asCaller(db, caller, give)))
    },
  )

  app.post(
    '/rights/:id/instructions/:instruction/take-back',
    {
      config: { access: keepers },
      schema: {
        tags,
        params: InstructionParamsWire,
        body: TakeBackInstructionWire,
        response: { 201: Answered },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: right, instruction } = request.params
      const takeBack = (tx: Tx) =>
        takeBackInstruction(tx, clock, caller, { right, instruction, ...request.body })
      return reply.code(201).send(accepted(await asCaller(db, caller, takeBack)))
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, AgentCommandRefusals>): Value {
  if (outcome.kind === 'refused') throw toAgentProblem(outcome.refusal)
  return outcome.value
}
