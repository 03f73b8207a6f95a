import type { Outcome } from '@yizhuan/kit'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { confirmStart, proposeStart, type StartRefusals, withdrawStart } from './start.commands.ts'
import { startSteps } from './start.queries.ts'
import { toStartProblem } from './start.refusals.ts'
import { openStart, type StartStep, startOf } from './start.ts'
import { AnswerStartWire, ProposeStartWire, StartDoneWire, StartWire } from './start.wire.ts'

const tags = ['institution']
/** Who proposes the day; another of them confirms it. */
const setters: readonly Role[] = ['admin', 'leaders', 'tto_reviewer']

/** Since which day the institution deals on the platform, over HTTP. */
export function startRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/institution/platform-start',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: StartWire } } },
    async (request) => {
      const { institution, person } = callerOf(request)
      const steps = await asReader(db, callerOf(request), (tx) => startSteps(tx, institution))
      const waiting = openStart(steps)
      return {
        since: startOf(steps) ?? null,
        waiting: waiting ? { ...shown(waiting), isMine: waiting.madeBy === person } : null,
        items: steps.map(shown).reverse(),
      }
    },
  )

  app.post(
    '/institution/platform-start',
    {
      config: { access: setters },
      schema: { tags, body: ProposeStartWire, response: { 201: StartDoneWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        proposeStart(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  for (const [step, answer] of [
    ['confirm', confirmStart],
    ['withdraw', withdrawStart],
  ] as const) {
    app.post(
      `/institution/platform-start/${step}`,
      {
        config: { access: setters },
        schema: { tags, body: AnswerStartWire, response: { 200: StartDoneWire } },
      },
      async (request) => {
        const caller = callerOf(request)
        const { seq } = request.body
        return accepted(await asCaller(db, caller, (tx) => answer(tx, clock, caller, seq)))
      },
    )
  }
}

const shown = ({ seq, kind, from, reason, madeName, madeAt }: StartStep) => ({
  ...{ seq, kind, from, reason, by: madeName },
  at: madeAt.toISOString(),
})

function accepted<Value>(outcome: Outcome<Value, StartRefusals>): Value {
  if (outcome.kind === 'refused') throw toStartProblem(outcome.refusal)
  return outcome.value
}
