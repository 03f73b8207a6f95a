import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { achievementOf, office, wholeReaders } from '../achievements/index.ts'
import { disclosureLists } from '../policies/index.ts'
import { toProblem } from './disclosure.refusals.ts'
import { AchievementParamsWire } from './disclosure.wire.ts'
import { allEvaluations, evaluate, versionsOf } from './evaluation.commands.ts'
import { evaluationColumns, evaluationFilterWords } from './evaluation.csv.ts'
import {
  EvaluatedWire,
  EvaluateWire,
  EvaluationFilterWire,
  EvaluationsWire,
  FilingReviewWire,
} from './evaluation.wire.ts'
import { evaluationNo } from './evaluation-no.ts'
import { filingReviewOf } from './filing-review.queries.ts'

const tags = ['achievements']
const params = AchievementParamsWire

/** Evaluations of an achievement over HTTP; for those who decide on it, and who look after it. */
export function evaluationRoutes(app: App, context: Context): void {
  const { db, clock } = context
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
          return versionsOf(tx, caller.institution, [id])
        }
        throw toProblem({ code: 'no-such-achievement', facts: {} })
      })
      const { kinds, outcomes, reasons } = disclosureLists().evaluations
      return {
        items: rows.map((row) => shown(row, rows)),
        kinds: kinds.map((kind) => ({ ...kind })),
        outcomes: { ...outcomes },
        reasons: { ...reasons },
      }
    },
  )

  app.get(
    '/achievements/:id/filing-review',
    {
      config: { access: wholeReaders },
      schema: { tags, params, response: { 200: FilingReviewWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        if (await achievementOf(tx, caller.institution, id)) {
          return filingReviewOf(tx, caller.institution, id)
        }
        throw toProblem({ code: 'no-such-achievement', facts: {} })
      })
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
      throw evaluationNo(outcome.refusal)
    },
  )

  exportRoutes(app, context, {
    path: '/evaluations',
    access: wholeReaders,
    filter: EvaluationFilterWire,
    name: { zh: '成果评估', en: 'evaluations' },
    words: evaluationFilterWords(),
    columns: evaluationColumns,
    lines: (tx, { institution }, filter) => allEvaluations(tx, institution, filter),
  })
}

type Version = Awaited<ReturnType<typeof versionsOf>>[number]

function shown(
  { achievementId: _of, scores, files, priorArt, madeAt, madeName, ...row }: Version,
  all: readonly Version[],
) {
  return {
    ...row,
    scores: { ...scores },
    files: files.map((file) => ({ ...file })),
    priorArt: priorArt.map((one) => ({ ...one })),
    correctedBy: all.find(({ corrects }) => corrects === row.id)?.id ?? null,
    madeAt: madeAt.toISOString(),
    madeBy: madeName,
  }
}
