import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { apiPrefix } from '../../platform/http.ts'
import type { App, Context } from '../../platform/module.ts'
import { notFound } from '../../platform/problem.ts'
import { addressOf } from '../../platform/start.ts'
import { FeedAddressWire, FeedParamsWire, FeedWire, MakeFeedWire } from './calendar.wire.ts'
import { feedOf, makeFeed, readFeed, revokeFeed } from './feed.commands.ts'

const tags = ['calendar']
const signedIn = { access: 'signedIn' } as const

/** One address fetches a few times an hour; who guesses addresses fetches often. */
const fetchLimit = { max: 120, timeWindow: '10 minutes' }

/** A person's own calendar for other programs, under an address that only they know. */
export function feedRoutes(app: App, context: Context): void {
  const { db, clock, config } = context

  app.get(
    '/calendar/feed',
    { config: signedIn, schema: { tags, response: { 200: FeedWire } } },
    async (request) => {
      const caller = callerOf(request)
      const feed = await asReader(db, caller, (tx) => feedOf(tx, caller))
      if (!feed) return { feed: null }
      const { madeAt, expiresAt, lastUsedAt, alarmDays, scope } = feed
      return {
        feed: {
          scope,
          alarmDays: [...alarmDays],
          madeAt: madeAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          isExpired: expiresAt <= clock.now(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
        },
      }
    },
  )

  app.post(
    '/calendar/feed',
    { config: signedIn, schema: { tags, body: MakeFeedWire, response: { 201: FeedAddressWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const path = await asCaller(db, caller, (tx) =>
        makeFeed(tx, clock.now(), caller, request.body, config.feedDays),
      )
      return reply.code(201).send({ url: `${addressOf(config)}${apiPrefix}${path}` })
    },
  )

  app.delete(
    '/calendar/feed',
    { config: signedIn, schema: { tags, response: { 200: FeedWire } } },
    async (request) => {
      const caller = callerOf(request)
      await asCaller(db, caller, (tx) => revokeFeed(tx, clock.now(), caller))
      return { feed: null }
    },
  )

  app.get(
    '/public/calendars/:institution/:file',
    {
      config: { access: 'public', rateLimit: fetchLimit },
      schema: {
        tags,
        params: FeedParamsWire,
        produces: ['text/calendar'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const { institution, file } = request.params
      const calendar = await readFeed(context, institution, file.replace(/\.ics$/, ''))
      if (calendar === undefined) {
        throw notFound({
          zh: '没有这个日历地址；可能已被更换、停用或已到期。',
          en: 'There is no such calendar; its address may have been changed or withdrawn, or has expired.',
        })
      }
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .send(calendar)
    },
  )
}
