import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { markRead, newestOf, unreadOf } from './notification.queries.ts'
import { pathOfNews, sentenceOf } from './notification.ts'
import {
  MarkReadWire,
  NotificationPageWire,
  type NotificationWire,
  UnreadWire,
} from './notification.wire.ts'

const tags = ['notifications']

/** What is new for the caller. */
export function notificationRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/notifications',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: NotificationPageWire } } },
    (request) => {
      const caller = callerOf(request)
      const { institution, person } = caller
      return asReader(db, caller, async (tx) => ({
        items: (await newestOf(tx, institution, person, 100)).map(lineOf),
        unread: await unreadOf(tx, institution, person),
      }))
    },
  )

  app.post(
    '/notifications/read',
    {
      config: { access: 'signedIn' },
      schema: { tags, body: MarkReadWire, response: { 200: UnreadWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { institution, person } = caller
      return asCaller(db, caller, async (tx) => {
        await markRead(tx, institution, person, request.body.ids, clock.now())
        return { unread: await unreadOf(tx, institution, person) }
      })
    },
  )
}

function lineOf(row: Awaited<ReturnType<typeof newestOf>>[number]): NotificationWire {
  return {
    id: row.id,
    kind: row.about.kind,
    caseId: row.caseId,
    caseNumber: row.number,
    caseTitle: row.title,
    text: sentenceOf(row.about),
    act: 'act' in row.about ? row.about.act : null,
    path: pathOfNews(row.about, row.caseId),
    at: row.madeAt.toISOString(),
    read: row.readAt !== null,
  }
}
