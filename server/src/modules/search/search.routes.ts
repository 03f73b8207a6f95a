import { callerOf, mayUse } from '../../platform/access.ts'
import { asReader, type Caller } from '../../platform/database.ts'
import { notYetFindable } from '../../platform/find-later.ts'
import type { App, Context } from '../../platform/module.ts'
import { searchFor } from '../../platform/search.ts'
import { countsFor, searchCounts } from '../../platform/search-counts.ts'
import {
  CountsQueryWire,
  CountsWire,
  SearchQueryWire,
  SearchWire,
  WaitingWire,
} from './search.wire.ts'

const tags = ['search']

/**
 * `GET /search`: one question over every register the caller may read; `/counts` how many of each,
 * `/waiting` how many the worker has still to make findable.
 */
export function searchRoutes(app: App, { db }: Context): void {
  const kindsOf = (caller: Caller, only?: string) =>
    app.searchable
      .filter((one) => mayUse(caller, one.access) && (only === undefined || one.kind === only))
      .map((one) => one.kind)

  app.get(
    '/search',
    {
      config: { access: 'signedIn' },
      schema: { tags, querystring: SearchQueryWire, response: { 200: SearchWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { q, kind, limit } = request.query
      const kinds = kindsOf(caller, kind)
      const asked = { kinds, sought: q, limit }
      return asReader(db, caller, (tx) => searchFor(tx, caller, app.searchable, asked))
    },
  )

  app.get(
    '/search/counts',
    {
      config: { access: 'signedIn' },
      schema: { tags, querystring: CountsQueryWire, response: { 200: CountsWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { q } = request.query
      return asReader(db, caller, async (tx) => {
        const counts = await searchCounts(tx, caller.institution, kindsOf(caller), q)
        return { items: await countsFor(tx, caller, app.searchable, q, counts) }
      })
    },
  )

  app.get(
    '/search/waiting',
    {
      config: { access: 'signedIn' },
      schema: { tags, response: { 200: WaitingWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => ({
        items: await notYetFindable(tx, caller.institution, kindsOf(caller)),
      }))
    },
  )
}
