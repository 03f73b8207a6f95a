import { day, InputError } from '@yizhuan/kit'
import { type CaseRecord, readRecord } from '@yizhuan/procedures'
import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { notFound } from '../../platform/problem.ts'
import { InclusionProofWire, proveChain } from '../evidence/index.ts'
import {
  checkReading,
  chosenFrom,
  lawInForce,
  lawOf,
  rulesFrom,
  rulesInRecord,
} from '../policies/index.ts'
import { chainOf } from './case.commands.ts'
import { caseExists } from './case.queries.ts'
import { exportCase } from './case.reading.ts'
import { toProblem } from './case.refusals.ts'
import { CaseParamsWire, ProofQueryWire, ReplayedWire, ReplayWire } from './case.wire.ts'
import { replayRecord } from './replay.ts'

const tags = ['cases']
const access = 'signedIn' as const

/** The record of a case for those who check it: its export, its proof, and its replay. */
export function recordRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/cases/:id/acts.jsonl',
    {
      config: { access },
      schema: {
        tags,
        params: CaseParamsWire,
        produces: ['application/jsonl'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const lines = await asReader(db, caller, async (tx) => {
        if (!(await caseExists(tx, caller.institution, id))) throw notThere()
        return exportCase(tx, clock, caller, id)
      })
      return reply
        .header('content-type', 'application/jsonl; charset=utf-8')
        .header('content-disposition', `attachment; filename="${id}.jsonl"`)
        .send(lines)
    },
  )

  app.get(
    '/cases/:id/proof',
    {
      config: { access },
      schema: {
        tags,
        params: CaseParamsWire,
        querystring: ProofQueryWire,
        response: { 200: InclusionProofWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const upTo = request.query.upTo ?? clock.today()
      const proof = await asReader(db, caller, async (tx) => {
        if (!(await caseExists(tx, caller.institution, id))) throw notThere()
        const { name } = chainOf(caller.institution, id)
        return proveChain(tx, caller.institution, name, upTo)
      })
      if (proof) return proof
      throw notFound({
        zh: '截至该日，这个项目还没有进入任何存证点；存证点每天零点后生成。',
        en: 'By that day no checkpoint holds this case; one is made after the start of each day.',
      })
    },
  )

  app.post(
    '/cases/replay',
    {
      config: { access },
      bodyLimit: 10_000_000,
      schema: { tags, body: ReplayWire, response: { 200: ReplayedWire } },
    },
    async (request) => {
      const { asOf, checkpoint } = request.body
      const record = read(request.body.record)
      const ground = groundOf(record, request.body)
      const { state, ...answer } = replayRecord(record, ground, day(asOf, 'asOf'), checkpoint)
      return { ...answer, state: { ...state } }
    },
  )
}

function read(record: string): CaseRecord {
  try {
    return readRecord(record)
  } catch (error) {
    throw error instanceof InputError ? error.within('record') : error
  }
}

/** What the request names goes before what the record carries. */
function groundOf(
  { ground, entries }: CaseRecord,
  { packs, rules, readings = {} }: z.output<typeof ReplayWire>,
) {
  const carried = ground?.['packs']
  const judgedBy = entries.at(-1)?.law?.id.split('+')
  const ids = packs ?? (Array.isArray(carried) ? carried.map(String) : judgedBy)
  const law = ids === undefined ? lawInForce() : lawOf(ids)
  for (const [id, choice] of Object.entries(readings)) {
    checkReading(law, `readings.${id}`, id, choice)
  }
  return {
    law,
    rules: rules === undefined ? rulesInRecord(ground?.['rules'] ?? []) : rulesFrom(law, rules),
    chosen: chosenFrom(law, ground?.['readings'] ?? []),
    readings,
  }
}

function notThere() {
  return toProblem({ kind: 'refused', code: 'case-not-found' })
}
