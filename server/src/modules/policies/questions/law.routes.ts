import { setImmediate } from 'node:timers/promises'
import { day, InputError } from '@yizhuan/kit'
import {
  type Assessment,
  type AssessOptions,
  assess,
  assessmentToJson,
  type Facts,
  type Law,
  parseFacts,
} from '@yizhuan/law'
import { parseLawText } from '@yizhuan/law-authoring'
import { z } from 'zod'
import type { App } from '../../../platform/module.ts'
import { badField, notFound, unlawful } from '../../../platform/problem.ts'
import { toCitingNorm } from '../library/policy.ts'
import {
  AssessmentWire,
  AssessWire,
  CompareWire,
  ComparisonWire,
  ExplainWire,
  ExplanationWire,
  FactListWire,
  NormWire,
  PackReportsWire,
  PacksQueryWire,
  ReadTextWire,
  TestWire,
  TextReportWire,
} from '../library/policy.wire.ts'
import { coverageReport, lintReport, testing } from '../packs/pack.queries.ts'
import { allCalendars, lawOf, packDirs, paperNames } from '../packs/packs.ts'
import { comparisonOf, explanationOf, factsAsked, importReport } from './answers.ts'
import { checkReading, rulesFrom } from './question.ts'

const tags = ['law']
const access = 'signedIn' as const

/** The kernel over HTTP: the same answers, as the same JSON, as on the command line. */
export function lawRoutes(app: App): void {
  questionRoutes(app)
  packRoutes(app)
}

function questionRoutes(app: App): void {
  app.post(
    '/law/assess',
    { config: { access }, schema: { tags, body: AssessWire, response: { 200: AssessmentWire } } },
    async (request) => assessmentToJson(assessed(request.body)),
  )

  app.post(
    '/law/explain',
    { config: { access }, schema: { tags, body: ExplainWire, response: { 200: ExplanationWire } } },
    async (request) => {
      const { norm: id, packs, facts, asOf, lang, ...rest } = request.body
      const law = lawOf(packs)
      const norm = normOf(law, id)
      if (facts === undefined || asOf === undefined) return plain(explanationOf(law, norm, lang))
      const on = asked(law, { ...rest, packs, facts, asOf })
      return plain(explanationOf(law, norm, lang, on))
    },
  )

  app.post(
    '/law/compare',
    { config: { access }, schema: { tags, body: CompareWire, response: { 200: ComparisonWire } } },
    async (request) => comparisonOf(assessed(request.body.before), assessed(request.body.after)),
  )

  app.post(
    '/law/import',
    {
      config: { access },
      bodyLimit: 8_000_000,
      schema: { tags, body: ReadTextWire, response: { 200: TextReportWire } },
    },
    async (request) => {
      const { file, text } = request.body
      const law = parseLawText(text)
      if (law.byPath.size > 0) return { ...importReport(file, law) }
      throw badField('#/text', 'some-text', { zh: '没有文字。', en: 'There is no text.' })
    },
  )
}

function packRoutes(app: App): void {
  app.get(
    '/law/facts',
    {
      config: { access },
      schema: { tags, querystring: PacksQueryWire, response: { 200: FactListWire } },
    },
    async (request) => {
      const { pack } = request.query
      if (pack === undefined) {
        throw badField('#/pack', 'required', { zh: '请指定规则包。', en: 'Name the packs.' })
      }
      return factsAsked(lawOf(pack), paperNames()).map((fact) => ({ ...fact }))
    },
  )

  app.get(
    '/law/lint',
    {
      config: { access },
      schema: { tags, querystring: PacksQueryWire, response: { 200: PackReportsWire } },
    },
    async (request) => packDirs(request.query.pack).map((dir) => lintReport(dir)),
  )

  app.get(
    '/law/coverage',
    {
      config: { access },
      schema: { tags, querystring: PacksQueryWire, response: { 200: PackReportsWire } },
    },
    async (request) => packDirs(request.query.pack).map(coverageReport),
  )

  app.post(
    '/law/test',
    {
      config: { access: ['admin', 'legal'], rateLimit: { max: 6, timeWindow: '1 minute' } },
      schema: { tags, body: TestWire, response: { 200: PackReportsWire } },
    },
    async (request) => {
      const { packs, mutants } = request.body
      const reports = []
      for (const dir of packDirs(packs)) {
        reports.push(await inSteps(testing(dir, allCalendars(), { mutants })))
      }
      return reports.map((report) => ({ ...report }))
    },
  )

  app.get(
    '/law/norms/:id',
    {
      config: { access },
      schema: {
        tags,
        params: z.object({ id: z.string().max(80) }),
        querystring: z.object({ pack: z.string().max(60) }),
        response: { 200: NormWire },
      },
    },
    async (request) => {
      const law = lawOf([request.query.pack])
      const norm = normOf(law, request.params.id)
      const { pack, requiredFor } = norm
      return { ...toCitingNorm(law, norm), pack, requiredFor: [...requiredFor] }
    },
  )
}

function normOf(law: Law, id: string) {
  const norm = law.norms.find((each) => each.id === id)
  if (norm) return norm
  throw notFound({ zh: '没有这条规范。', en: 'There is no such norm.' })
}

type Question = z.output<typeof AssessWire>

function assessed(question: Question): Assessment {
  const law = lawOf(question.packs)
  const { facts, outlook } = asked(law, question)
  return assess(law, facts, outlook)
}

/** @throws {InputError} for malformed facts and readings; 422 for a rule laxer than the law. */
function asked(
  law: Law,
  { facts, asOf, rules = [], readings = {} }: Question,
): { facts: Facts; outlook: AssessOptions } {
  for (const [id, choice] of Object.entries(readings)) {
    checkReading(law, `readings.${id}`, id, choice)
  }
  const outlook = { asOf: day(asOf, 'asOf'), rules: lawful(law, rules), readings }
  try {
    return { facts: parseFacts(law, facts), outlook }
  } catch (error) {
    throw error instanceof InputError ? error.within('facts') : error
  }
}

function lawful(law: Law, rules: readonly object[]) {
  try {
    return rulesFrom(law, rules)
  } catch (error) {
    // Well formed, since the schema has looked at it: what is left is a rule laxer than the law.
    if (error instanceof InputError) throw unlawful(error.rule, error.words)
    throw error
  }
}

/** Values as JSON has them: what is undefined is absent. */
function plain(explanation: object) {
  return JSON.parse(JSON.stringify(explanation))
}

/** Lets others have their turn after each step. */
async function inSteps<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await setImmediate()
  }
}
