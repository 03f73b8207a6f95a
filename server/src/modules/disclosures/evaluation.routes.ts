import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { achievementOf, office, wholeReaders } from '../achievements/index.ts'
import { disclosureLists } from '../policies/index.ts'
import { toProblem } from './disclosure.refusals.ts'
import { AchievementParamsWire } from './disclosure.wire.ts'
import { evaluate, evaluationsOf } from './evaluation.commands.ts'
import { evaluationProblem, isOfEvaluation } from './evaluation.refusals.ts'
import { EvaluatedWire, EvaluateWire, EvaluationsWire } from './evaluation.wire.ts'

const tags = ['achievements']
const params = AchievementParamsWire

/** Evaluations of an achievement over HTTP; for those who decide on it, and who look after it. */
export function evaluationRoutes(app: App, { db, clock }: Context): void {
  const path = '/achievements/:id/evaluations'

  app.get(
    path,
    {
      config: { access: wholeReaders },
      schema: { tags, params, response: { 200: EvaluationsWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const rows = await asReader(db, caller, async (tx) => {
        if (await achievementOf(tx, caller.institution, id)) {
          return evaluationsOf(tx, caller.institution, [id])
        }
        throw toProblem({ code: 'no-such-achievement', facts: {} })
      })
      const { kinds, outcomes, reasons } = disclosureLists().evaluations
      return {
        items: rows.map(({ achievementId: _of, scores, files, ...row }) => ({
          ...row,
          scores: { ...scores },
          files: files.map((file) => ({ ...file })),
        })),
        kinds: kinds.map((kind) => ({ ...kind })),
        outcomes: { ...outcomes },
        reasons: { ...reasons },
      }
    },
  )

  app.post(
    path,
    {
      config: { access: office },
      schema: { tags, params, body: EvaluateWire, response: { 201: EvaluatedWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        evaluate(tx, clock, caller, request.params.id, request.body),
      )
      if (outcome.kind === 'accepted') return reply.code(201).send(outcome.value)
      const { refusal } = outcome
      throw isOfEvaluation(refusal) ? evaluationProblem(refusal) : toProblem(refusal)
    },
  )
}
