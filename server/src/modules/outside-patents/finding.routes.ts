import type { Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import { fileLimitBytes, tooLarge } from '../../platform/files.ts'
import { HistoryWire } from '../../platform/history.schema.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import { badField } from '../../platform/problem.ts'
import { chainOf } from '../../platform/register.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { text } from '../../platform/text.ts'
import { readPatentList } from '../imports/index.ts'
import { decisionWords } from './decision.ts'
import { officers } from './finding.access.ts'
import { answer, decide, type FindingRefusals, lookThrough } from './finding.commands.ts'
import { claimWords, findingColumns } from './finding.csv.ts'
import { allFindings, findingFor, listFindings, ownNamesOf } from './finding.queries.ts'
import { toProblem } from './finding.refusals.ts'
import { findingRegister } from './finding.table.ts'
import {
  AddOwnNameWire,
  AnswerFindingWire,
  DecideFindingWire,
  FindingFilterWire,
  FindingPageWire,
  FindingQueryWire,
  FindingWire,
  OwnNameParamsWire,
  OwnNamesWire,
  ReadCountsWire,
} from './finding.wire.ts'
import { addOwnName, type OwnNameRefusals, removeOwnName } from './own-name.commands.ts'

const tags = ['outside-patents']
const params = RecordParamsWire

/** Patents of others over HTTP: officers read all, everybody those that may name them. */
export function findingRoutes(app: App, context: Context): void {
  reading(app, context)
  looking(app, context)
  saying(app, context)
  naming(app, context)
}

function reading(app: App, context: Context): void {
  const { db } = context
  const config = { access: 'signedIn' as const }
  app.get(
    '/outside-patents',
    {
      config,
      schema: { tags, querystring: FindingQueryWire, response: { 200: FindingPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listFindings(tx, caller, request.query))
    },
  )

  exportRoutes(app, context, {
    path: '/outside-patents',
    access: officers,
    filter: FindingFilterWire,
    name: { zh: '职工院外专利线索', en: 'outside-patents' },
    words: {
      decision: { name: { zh: '结论', en: 'Decision' }, values: decisionWords },
      claim: { name: { zh: '主张进展', en: 'Claim' }, values: claimWords },
    },
    columns: findingColumns,
    lines: (tx, caller, filter) => allFindings(tx, caller, filter),
  })

  app.get(
    '/outside-patents/:id',
    { config, schema: { tags, params, response: { 200: FindingWire } } },
    (request) =>
      asReader(db, callerOf(request), (tx) => known(tx, callerOf(request), request.params.id)),
  )

  app.get(
    '/outside-patents/:id/history',
    {
      config: { access: officers },
      schema: { tags, params, response: { 200: HistoryWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => {
        const { id } = await known(tx, caller, request.params.id)
        return historyOf(tx, {
          institution: caller.institution,
          name: chainOf(findingRegister, id),
        })
      })
    },
  )
}

function looking(app: App, context: Context): void {
  const { db, clock } = context
  app.post(
    '/outside-patents',
    {
      config: { access: officers },
      schema: { tags, consumes: ['multipart/form-data'], response: { 200: ReadCountsWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const part = await request.file({ limits: { fileSize: fileLimitBytes, files: 1 } })
      if (!part) throw badField('#/file', 'required', { zh: '请选择文件。', en: 'Choose a file.' })
      const name = text(255).safeParse(part.filename)
      const bytes = await part.toBuffer()
      if (part.file.truncated) throw tooLarge(fileLimitBytes)
      if (!name.success) {
        throw badField('#/file', 'file-name', {
          zh: '文件名无效。',
          en: 'The file name is not valid.',
        })
      }
      const patents = await readPatentList({ name: name.data, bytes }, clock.today())
      if (patents.length === 0) {
        throw badField('#/file', 'no-patents', {
          zh: '文件中没有专利清单；请上传含申请号、申请人和发明人的导出文件。',
          en: 'The file lists no patents; upload an export with numbers, applicants and inventors.',
        })
      }
      return asCaller(db, caller, (tx) =>
        lookThrough(tx, clock, caller, { name: name.data, patents }),
      )
    },
  )
}

function saying(app: App, { db, clock }: Context): void {
  app.post(
    '/outside-patents/:id/decision',
    {
      config: { access: officers },
      schema: { tags, params, body: DecideFindingWire, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        decide(tx, clock, caller, request.params.id, request.body),
      )
      accepted(outcome)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/outside-patents/:id/answer',
    {
      config: { access: 'signedIn' },
      schema: { tags, params, body: AnswerFindingWire, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        answer(tx, clock, caller, request.params.id, request.body),
      )
      accepted(outcome)
      return reply.code(204).send(null)
    },
  )
}

function naming(app: App, { db, clock }: Context): void {
  const config = { access: officers }
  app.get(
    '/own-names',
    { config, schema: { tags, response: { 200: OwnNamesWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => ownNamesOf(tx, caller.institution))
    },
  )

  app.post(
    '/own-names',
    {
      config,
      schema: { tags, body: AddOwnNameWire, response: { 201: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        addOwnName(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.delete(
    '/own-names/:id',
    { config, schema: { tags, params: OwnNameParamsWire, response: { 204: z.null() } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        removeOwnName(tx, clock, caller, request.params.id),
      )
      accepted(outcome)
      return reply.code(204).send(null)
    },
  )
}

/** A finding that the caller may read. @throws {Problem} 404 */
async function known(tx: Tx, caller: Caller, id: string): Promise<FindingWire> {
  const found = await findingFor(tx, caller, id)
  if (!found) throw toProblem({ code: 'no-such-finding', facts: {} })
  return found
}

function accepted<Value>(outcome: Outcome<Value, FindingRefusals & OwnNameRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
