import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asReader, type Caller } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import { exported, exportRoutes, sendFile } from '../../platform/export.ts'
import { tooLarge } from '../../platform/files.ts'
import type { App, Context } from '../../platform/module.ts'
import { badField, forbidden, problemSchema } from '../../platform/problem.ts'
import { takeRoom } from '../../platform/quota.ts'
import { text } from '../../platform/text.ts'
import { joinedForAll } from '../../platform/thread.ts'
import { confirmImport } from './confirm.commands.ts'
import { decideImport, discardImport, uploadLedger } from './import.commands.ts'
import { importColumns, importStateWords } from './import.csv.ts'
import {
  allImports,
  decisionsOf,
  importOf,
  importRow,
  importsUnderWay,
  listImports,
  progressOf,
} from './import.queries.ts'
import { toProblem } from './import.refusals.ts'
import type { Counts } from './import.table.ts'
import {
  ConfirmedWire,
  ConfirmWire,
  DecideWire,
  DecisionsWire,
  ImportFilterWire,
  ImportPageWire,
  ImportParamsWire,
  ImportQueryWire,
  ImportWire,
  ProblemFilterWire,
  ProblemPageWire,
  ProblemQueryWire,
  ProgressWire,
  RowPageWire,
  RowQueryWire,
  UnderWayWire,
} from './import.wire.ts'
import { closedTo, writers } from './import-rights.ts'
import { mappingRoutes } from './mapping.routes.ts'
import { problemList } from './problems.csv.ts'
import { listProblems, listRows } from './row.queries.ts'
import { templateRoutes } from './template.routes.ts'
import { toCorrectRoutes } from './to-correct.routes.ts'
import { undoRoutes } from './undo.routes.ts'
import { shownDecision } from './view.ts'
import { workbookLimitBytes } from './workbook.ts'

const tags = ['imports']

/** Who checks may look at what is about to be imported. */
const readers: readonly Role[] = [...new Set<Role>([...writers, 'discipline', 'auditor'])]

/** Imports over HTTP: upload, look, decide, confirm. */
export function importRoutes(app: App, context: Context): void {
  readingRoutes(app, context)
  undoRoutes(app, context, writers)
  mappingRoutes(app, context, writers)
  toCorrectRoutes(app, context, writers)
  templateRoutes(app, context, readers)
  const { db } = context

  app.post(
    '/imports',
    {
      config: { access: writers },
      schema: {
        tags,
        consumes: ['multipart/form-data'],
        response: {
          200: ImportWire,
          201: ImportWire,
          400: problemSchema,
          413: problemSchema,
        },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const limits = { fileSize: workbookLimitBytes, files: 1 }
      // Asked below: the parser's own failure would tell the limit of other files.
      const part = await request.file({ limits, throwFileSizeLimit: false })
      if (!part) throw badField('#/file', 'required', { zh: '请选择文件。', en: 'Choose a file.' })
      const name = text(255).safeParse(part.filename)
      const bytes = await bytesOf(part.file)
      if (part.file.truncated) throw tooLarge(workbookLimitBytes)
      if (!name.success) {
        throw badField('#/file', 'file-name', {
          zh: '文件名无效。',
          en: 'The file name is not valid.',
        })
      }
      await takeRoom(context, caller, bytes.byteLength)
      const outcome = await uploadLedger(context, caller, { name: name.data, bytes })
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      const { id, isNew } = outcome.value
      const draft = await asReader(db, caller, (tx) => importOf(tx, caller.institution, id))
      return reply.code(isNew ? 201 : 200).send(draftOr404(draft))
    },
  )

  app.post(
    '/imports/:id/decisions',
    {
      config: { access: writers },
      schema: {
        tags,
        params: ImportParamsWire,
        body: DecideWire,
        response: { 200: ImportWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await decideImport(context, caller, id, request.body)
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return draftOr404(await asReader(db, caller, (tx) => importOf(tx, caller.institution, id)))
    },
  )

  app.post(
    '/imports/:id/confirm',
    {
      config: { access: writers },
      schema: {
        tags,
        params: ImportParamsWire,
        body: ConfirmWire,
        response: { 200: ConfirmedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await confirmImport(context, caller, request.params.id, request.body)
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return outcome.value
    },
  )

  app.delete(
    '/imports/:id',
    {
      config: { access: writers },
      schema: { tags, params: ImportParamsWire, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await discardImport(context, caller, request.params.id)
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return reply.code(204).send(null)
    },
  )
}

function readingRoutes(app: App, context: Context): void {
  const { db, keys, clock } = context
  app.get(
    '/imports',
    {
      config: { access: readers },
      schema: { tags, querystring: ImportQueryWire, response: { 200: ImportPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listImports(tx, caller.institution, request.query))
    },
  )

  exportRoutes(app, context, {
    path: '/imports',
    access: readers,
    filter: ImportFilterWire,
    name: { zh: '导入记录', en: 'imports' },
    words: { state: { name: { zh: '状态', en: 'State' }, values: importStateWords } },
    columns: importColumns,
    lines: (tx, { institution }, filter) => allImports(tx, institution, filter),
  })

  app.get(
    '/imports/under-way',
    {
      config: { access: readers },
      schema: { tags, response: { 200: UnderWayWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => ({
        items: await importsUnderWay(tx, caller.institution, clock.now()),
      }))
    },
  )

  app.get(
    '/imports/:id',
    {
      config: { access: readers },
      schema: { tags, params: ImportParamsWire, response: { 200: ImportWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const found = await asReader(db, caller, (tx) => importOf(tx, caller.institution, id))
      return shownTo(caller, found, found?.counts)
    },
  )

  app.get(
    '/imports/:id/rows',
    {
      config: { access: readers },
      schema: {
        tags,
        params: ImportParamsWire,
        querystring: RowQueryWire,
        response: { 200: RowPageWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        shownImport(caller, await importRow(tx, institution, id))
        return listRows(tx, institution, id, request.query)
      })
    },
  )

  app.get(
    '/imports/:id/problems',
    {
      config: { access: readers },
      schema: {
        tags,
        params: ImportParamsWire,
        querystring: ProblemQueryWire,
        response: { 200: ProblemPageWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        shownImport(caller, await importRow(tx, institution, id))
        return listProblems(tx, institution, id, request.query)
      })
    },
  )

  app.get(
    '/imports/:id/problems.csv',
    {
      config: { access: readers },
      schema: {
        tags,
        params: ImportParamsWire,
        querystring: ProblemFilterWire,
        produces: ['text/csv'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      const { fileName } = await asReader(db, caller, async (tx) =>
        shownImport(caller, await importRow(tx, institution, id)),
      )
      const lang = langOf(request)
      const asked = { import: id, ...request.query }
      const file = await exported(context, problemList, { caller, lang, format: 'csv' }, asked)
      const suffix = lang === 'zh' ? '问题清单' : 'problems'
      return sendFile(reply, file, 'csv', `${fileName}-${suffix}`)
    },
  )

  app.get(
    '/imports/:id/decisions',
    {
      config: { access: readers },
      schema: { tags, params: ImportParamsWire, response: { 200: DecisionsWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        const { mapping } = shownImport(caller, await importRow(tx, institution, id))
        const items = await decisionsOf(tx, keys, institution, id)
        return { items: items.map((item) => ({ ...shownDecision(item, mapping) })) }
      })
    },
  )

  app.get(
    '/imports/:id/progress',
    {
      config: { access: readers },
      schema: { tags, params: ImportParamsWire, response: { 200: ProgressWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return asReader(db, caller, (tx) => progressOf(tx, caller.institution, id))
    },
  )
}

/** What was uploaded, where the thread that reads it finds it; the parser would hold a copy as long as the request. */
async function bytesOf(file: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of file) pieces.push(piece)
  return joinedForAll(pieces)
}

/** An import that the caller may look at. */
function shownImport<Found extends { readonly counts: Counts }>(
  caller: Pick<Caller, 'roles'>,
  found: Found | undefined,
): Found {
  return shownTo(caller, found, found?.counts.tables)
}

function shownTo<Found>(
  { roles }: Pick<Caller, 'roles'>,
  found: Found | undefined,
  tables: readonly { readonly table: string }[] = [],
): Found {
  const draft = draftOr404(found)
  const names = tables.map(({ table }) => table)
  const closed = closedTo(roles, names)
  if (closed === undefined) return draft
  throw forbidden(closedWords[closed])
}

const closedWords = {
  ledgers: {
    zh: '科研项目、工作量台账、成本、托管、衍生企业和成果评价的导入由转化部门、财务和监督人员查看。',
    en: 'Imports of projects, of the ledger of work, of costs, trusteeships, companies and evaluations are for the office, finance and those who check.',
  },
  answers: {
    zh: '盘点答复的导入由转化部门、领导、财务和审计人员查看。',
    en: 'Imports of answers to stock-takings are for the office, the leaders, finance and audit.',
  },
  interests: {
    zh: '利益关联申报的导入由转化部门、纪检和审计人员查看。',
    en: 'Imports of declarations of interests are for the office, discipline and audit.',
  },
}

function draftOr404<Found>(found: Found | undefined): Found {
  if (found !== undefined) return found
  throw toProblem({ code: 'no-such-import', facts: {} })
}
