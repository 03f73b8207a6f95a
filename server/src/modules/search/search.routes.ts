import { callerOf, mayUse } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { search } from '../../platform/search.ts'
import { SearchQueryWire, SearchWire } from './search.wire.ts'

/** `GET /search`: one question over every register the caller may read. */
export function searchRoutes(app: App, { db }: Context): void {
  app.get(
    '/search',
    {
      config: { access: 'signedIn' },
      schema: { tags: ['search'], querystring: SearchQueryWire, response: { 200: SearchWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { q, kind, limit } = request.query
      const kinds = app.searchable
        .filter((one) => mayUse(caller, one.access) && (kind === undefined || one.kind === kind))
        .map((one) => one.kind)
      return asReader(db, caller, (tx) => search(tx, caller.institution, kinds, q, limit))
    },
  )
}
