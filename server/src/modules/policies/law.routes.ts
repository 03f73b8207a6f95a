import { day } from '@yizhuan/kit'
import {
  type Assessment,
  assess,
  assessmentToJson,
  checkRule,
  compareAssessments,
  parseFacts,
  vocabularyOf,
} from '@yizhuan/law'
import { z } from 'zod'
import type { App } from '../../platform/module.ts'
import { notFound, unlawful } from '../../platform/problem.ts'
import { lawOf } from './packs.ts'
import { toCitingNorm } from './policy.ts'
import {
  AssessmentWire,
  AssessWire,
  CompareWire,
  DifferencesWire,
  FactListWire,
  NormWire,
} from './policy.wire.ts'

const tags = ['law']
const access = 'signedIn' as const
const Pack = z.object({ pack: z.string().max(60) })

/** The kernel over HTTP: the same answers as on the command line. */
export function lawRoutes(app: App): void {
  app.get(
    '/law/facts',
    { config: { access }, schema: { tags, querystring: Pack, response: { 200: FactListWire } } },
    async (request) => {
      const list = vocabularyOf(lawOf([request.query.pack]).vocabulary)
      return list.map((fact) => ({ ...fact }))
    },
  )

  app.post(
    '/law/assess',
    { config: { access }, schema: { tags, body: AssessWire, response: { 200: AssessmentWire } } },
    async (request) => assessmentToJson(assessed(request.body)),
  )

  app.post(
    '/law/compare',
    { config: { access }, schema: { tags, body: CompareWire, response: { 200: DifferencesWire } } },
    async (request) => {
      const differences = compareAssessments(
        assessed(request.body.before),
        assessed(request.body.after),
      )
      return differences.map((one) => ({ ...one, norms: [...one.norms] }))
    },
  )

  app.get(
    '/law/norms/:id',
    {
      config: { access },
      schema: {
        tags,
        params: z.object({ id: z.string().max(80) }),
        querystring: Pack,
        response: { 200: NormWire },
      },
    },
    async (request) => {
      const law = lawOf([request.query.pack])
      const norm = law.norms.find(({ id }) => id === request.params.id)
      if (!norm) throw notFound({ zh: '没有这条规范。', en: 'There is no such norm.' })
      const { pack, requiredFor } = norm
      return { ...toCitingNorm(law, norm), pack, requiredFor: [...requiredFor] }
    },
  )
}

/** @throws {InputError} for malformed facts; a problem for a rule that is laxer than the law. */
function assessed({
  packs,
  facts,
  asOf,
  rules = [],
  readings,
}: z.output<typeof AssessWire>): Assessment {
  const law = lawOf(packs)
  const own = rules.map(({ to, ...rule }) => ({ ...rule, ...(to === undefined ? {} : { to }) }))
  const [problem] = own.flatMap((rule) => checkRule(law.layers, rule))
  if (problem) throw unlawful(problem.code, problem.text, { facts: { param: problem.param } })
  return assess(law, parseFacts(law, facts), {
    asOf: day(asOf, 'asOf'),
    rules: own,
    ...(readings ? { readings } : {}),
  })
}
