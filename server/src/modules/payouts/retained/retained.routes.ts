import type { Day } from '@yizhuan/kit'
import { callerOf } from '../../../platform/access.ts'
import { asReader } from '../../../platform/database.ts'
import { exportRoutes } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { payoutReaders } from '../payout.access.ts'
import { partsOf, retainedColumns } from './retained.csv.ts'
import { linesIn, retainedIn } from './retained.view.ts'
import { RetainedQueryWire, RetainedWire } from './retained.wire.ts'

/** What the institution keeps of distributions, and what for. */
export function retainedRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const today = () => clock.today() as Day
  const asked = ({ year }: RetainedQueryWire) => year ?? today().slice(0, 4)
  app.get(
    '/retained',
    {
      config: { access: payoutReaders },
      schema: {
        tags: ['payouts'],
        querystring: RetainedQueryWire,
        response: { 200: RetainedWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      const year = asked(request.query)
      return asReader(db, caller, (tx) => retainedIn(tx, caller.institution, year, today()))
    },
  )

  exportRoutes(app, context, {
    path: '/retained',
    access: payoutReaders,
    filter: RetainedQueryWire,
    name: { zh: '留归单位的转化收益', en: 'Income kept by the institution' },
    words: { year: { name: { zh: '年度', en: 'Year' } } },
    columns: retainedColumns,
    lines: async (tx, { institution }, filter) =>
      partsOf(await linesIn(tx, institution, asked(filter))),
  })
}
