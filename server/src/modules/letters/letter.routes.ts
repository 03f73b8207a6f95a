import type { Outcome } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { type Commentable, commentableIn, readersFor } from '../comments/index.ts'
import {
  bringLetter,
  fileLetter,
  mayTakeBack,
  setAside,
  type To,
  takeBack,
} from './letter.commands.ts'
import { letterColumns } from './letter.csv.ts'
import { allLetters, letterOf, lineOf, listLetters, recordsMeant } from './letter.queries.ts'
import { type LetterRefusals, toProblem } from './letter.refusals.ts'
import {
  BringLettersWire,
  BroughtWire,
  DoneWire,
  FileLetterWire,
  LetterParamsWire,
  LettersFilterWire,
  LettersQueryWire,
  LettersWire,
  LetterWire,
  SetAsideWire,
} from './letter.wire.ts'
import { tagsIn } from './tags.ts'

const tags = ['letters']
// Everybody brings their own mail and sees it; the office sees all. Who files it must read the record.
const config = { access: 'signedIn' } as const
const params = LetterParamsWire

/** Mail that is brought in and filed with records, over HTTP. */
export function letterRoutes(app: App, context: Context): void {
  const commentable = commentableIn(app)
  reading(app, context, commentable)
  exportRoutes(app, context, {
    path: '/letters',
    ...config,
    filter: LettersFilterWire,
    name: { zh: '来信', en: 'Mail' },
    words: {
      state: {
        name: { zh: '状态', en: 'State' },
        values: {
          waiting: { zh: '待归档', en: 'waiting' },
          settled: { zh: '已处理', en: 'dealt with' },
        },
      },
    },
    columns: letterColumns,
    lines: (tx, caller, { state }) => allLetters(tx, caller, state),
  })
  bringing(app, context, commentable)
  settling(app, context, commentable)
}

function reading(app: App, { db }: Context, commentable: Commentable): void {
  app.get(
    '/letters',
    { config, schema: { tags, querystring: LettersQueryWire, response: { 200: LettersWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listLetters(tx, caller, request.query))
    },
  )

  app.get(
    '/letters/:id',
    { config, schema: { tags, params, response: { 200: LetterWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => shown(tx, caller, commentable, request.params.id))
    },
  )
}

/** As many records are proposed; a message that names more is about none of them in particular. */
const mostProposed = 8

async function shown(tx: Tx, caller: Caller, commentable: Commentable, id: string) {
  const row = await letterOf(tx, caller, id)
  if (!row) throw toProblem({ code: 'no-such-letter', facts: {} })
  const { sha256, name, size, subject, body, files, state } = row
  const attachment = files.map((file) => file.name).join('\n')
  const tagged = {
    subject: tagsIn(subject),
    attachment: tagsIn(attachment),
    text: tagsIn(body),
  }
  const meant =
    state === 'waiting'
      ? await recordsMeant(tx, caller.institution, tagged, { subject, attachment })
      : []
  const proposals: LetterWire['proposals'] = []
  for (const { number: by, place, ...to } of meant) {
    if (proposals.length >= mostProposed) break
    const record = await called(tx, caller, commentable, to)
    if (record) proposals.push({ ...record, by, place })
  }
  const { recordKind, recordId, settledAt, settledName, reason } = row
  const to = recordKind !== null && recordId !== null && { kind: recordKind, id: recordId }
  return {
    ...lineOf(row),
    ...{ to: row.toWords, text: body, message: { sha256, name, size }, files: [...files] },
    proposals,
    settled: settledAt && {
      ...{ at: settledAt.toISOString(), by: settledName ?? '', reason },
      record: to ? ((await called(tx, caller, commentable, to)) ?? null) : null,
      mayTakeBack: mayTakeBack(row, caller),
    },
  }
}

/** What a record is called, for whoever reads it. */
async function called(tx: Tx, caller: Caller, commentable: Commentable, { kind, id }: To) {
  const audience = await readersFor(tx, commentable, caller, { kind, id })
  if (audience.kind === 'refused') return undefined
  const { name, path } = audience.value
  return { kind, id, name, path }
}

function bringing(app: App, context: Context, commentable: Commentable): void {
  const { db, clock } = context
  app.post(
    '/letters',
    { config, schema: { tags, body: BringLettersWire, response: { 201: BroughtWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { files, to } = request.body
      if (to) {
        const record = await asReader(db, caller, (tx) => called(tx, caller, commentable, to))
        if (!record) throw toProblem({ code: 'no-such-record', facts: {} })
      }
      const items: BroughtWire['items'] = []
      for (const file of files) {
        const brought = await bringLetter(context, caller, file)
        const { id } = brought
        if (!to || id === null || brought.outcome !== 'waiting') {
          items.push(brought)
          continue
        }
        accepted(
          await asCaller(db, caller, (tx) => fileLetter(tx, clock, caller, commentable, id, to)),
        )
        items.push({ ...brought, outcome: 'filed' })
      }
      return reply.code(201).send({ items })
    },
  )
}

function settling(app: App, { db, clock }: Context, commentable: Commentable): void {
  app.post(
    '/letters/:id/file',
    { config, schema: { tags, params, body: FileLetterWire, response: { 200: DoneWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return accepted(
        await asCaller(db, caller, (tx) =>
          fileLetter(tx, clock, caller, commentable, id, request.body),
        ),
      )
    },
  )

  app.post(
    '/letters/:id/set-aside',
    { config, schema: { tags, params, body: SetAsideWire, response: { 200: DoneWire } } },
    async (request) => {
      const caller = callerOf(request)
      const told = { state: 'aside', reason: request.body.reason } as const
      return accepted(
        await asCaller(db, caller, (tx) => setAside(tx, clock, caller, request.params.id, told)),
      )
    },
  )

  app.post(
    '/letters/:id/disclosure-begun',
    { config, schema: { tags, params, response: { 200: DoneWire } } },
    async (request) => {
      const caller = callerOf(request)
      const told = { state: 'drafted', reason: null } as const
      return accepted(
        await asCaller(db, caller, (tx) => setAside(tx, clock, caller, request.params.id, told)),
      )
    },
  )

  app.post(
    '/letters/:id/take-back',
    { config, schema: { tags, params, body: SetAsideWire, response: { 200: DoneWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { reason } = request.body
      return accepted(
        await asCaller(db, caller, (tx) =>
          takeBack(tx, clock, caller, commentable, request.params.id, reason),
        ),
      )
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, LetterRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
