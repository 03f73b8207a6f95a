import { createHash } from 'node:crypto'
import { canonicalJson, type Day } from '@yizhuan/kit'
import { asPublic } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { notFound } from '../../platform/problem.ts'
import { listNotices, type NoticeRow, noticeById } from './notice.queries.ts'
import { countdown, stateOn } from './notice.ts'
import {
  type NoticeLineWire,
  NoticePageWire,
  NoticeParamsWire,
  NoticeQueryWire,
  NoticeWire,
  ObjectedWire,
  ObjectWire,
  ProofWire,
} from './notice.wire.ts'
import { fileObjection } from './objection.commands.ts'

const open = { access: 'public' } as const

/** Objections need no account, so one address may send only a few in a while. */
const objectionLimit = { max: 10, timeWindow: '10 minutes' }

/** What everybody may read, and the one thing everybody may write. */
export function noticeRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const find = async (id: string): Promise<NoticeRow> => {
    const notice = await asPublic(db, (tx) => noticeById(tx, id))
    if (!notice) throw notFound({ zh: '没有这份公示。', en: 'There is no such notice.' })
    return notice
  }

  app.get(
    '/public/notices',
    { config: open, schema: { querystring: NoticeQueryWire, response: { 200: NoticePageWire } } },
    async (request) => {
      const { items, ...rest } = await asPublic(db, (tx) =>
        listNotices(tx, request.query, clock.today()),
      )
      return { items: items.map((notice) => lineOf(notice, clock.today())), ...rest }
    },
  )

  app.get(
    '/public/notices/:id',
    { config: open, schema: { params: NoticeParamsWire, response: { 200: NoticeWire } } },
    async (request) => {
      const notice = await find(request.params.id)
      const today = clock.today()
      const { day, days } = countdown(notice, today)
      return {
        ...lineOf(notice, today),
        today,
        day,
        days,
        content: notice.content,
        contentHash: notice.contentHash,
        objectable: notice.state !== 'superseded',
      }
    },
  )

  app.get(
    '/public/notices/:id/proof',
    { config: open, schema: { params: NoticeParamsWire, response: { 200: ProofWire } } },
    async (request) => {
      const notice = await find(request.params.id)
      const canonical = canonicalJson(notice.content)
      const hash = createHash('sha256').update(canonical).digest('hex')
      const { id, contentHash, entryHash, seq } = notice
      return {
        id,
        canonical,
        contentHash,
        matches: hash === contentHash,
        entryHash,
        recordedAs: seq,
      }
    },
  )

  app.post(
    '/public/notices/:id/objections',
    {
      config: { ...open, rateLimit: objectionLimit },
      schema: { params: NoticeParamsWire, body: ObjectWire, response: { 201: ObjectedWire } },
    },
    async (request, reply) => {
      const notice = await find(request.params.id)
      return reply.code(201).send(await fileObjection(context, notice, request.body))
    },
  )
}

function lineOf(notice: NoticeRow, today: Day): NoticeLineWire {
  const { id, institution, kind, title, publishedOn, endsOn } = notice
  const state = stateOn(notice, today)
  const { daysLeft } = countdown(notice, today)
  return { id, institution, kind, title, publishedOn, endsOn, state, daysLeft }
}
