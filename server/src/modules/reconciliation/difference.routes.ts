import { callerOf } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { journalReaders } from '../journal/index.ts'
import { differencesOf } from './difference.queries.ts'
import { DifferencesWire } from './difference.wire.ts'

/** The journal compared with the records it rests on, over HTTP. */
export function differenceRoutes(app: App, { db }: Context): void {
  app.get(
    '/journal/differences',
    {
      config: { access: journalReaders },
      schema: { tags: ['journal'], response: { 200: DifferencesWire } },
    },
    (request) => {
      const { institution } = callerOf(request)
      return asReader(db, callerOf(request), async (tx) => {
        const { compared, items } = await differencesOf(tx, institution)
        return {
          compared,
          items: items.map(({ recorded, posted, ...one }) => ({
            ...one,
            recordedFen: `${recorded}`,
            postedFen: `${posted}`,
          })),
        }
      })
    },
  )
}
