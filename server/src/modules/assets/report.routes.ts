import { callerOf } from '../../platform/access.ts'
import type { Column } from '../../platform/csv.ts'
import { asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { reportColumns, reportRows } from './asset.csv.ts'
import { readers } from './asset.routes.ts'
import { periodReport } from './report.queries.ts'
import { ReportQueryWire, ReportWire } from './report.wire.ts'
import { settleTags } from './tag.commands.ts'

const tags = ['assets']

/** The periodic report over HTTP; of the year that runs where no days are given. */
export function reportRoutes(app: App, context: Context): void {
  const { db, clock } = context

  app.get(
    '/asset-report',
    {
      config: { access: readers },
      schema: { tags, querystring: ReportQueryWire, response: { 200: ReportWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { query } = request
      await settleTags(context, caller)
      return await asReader(db, caller, (tx) =>
        periodReport(tx, caller.institution, query, clock.today()),
      )
    },
  )

  // A row's first cell is words, so it is made in both languages and each column takes its own.
  exportRoutes(app, context, {
    path: '/asset-report',
    access: readers,
    filter: ReportQueryWire,
    name: { zh: '资产台账报告', en: 'Report of assets' },
    columns: (lang) =>
      reportColumns(lang).map(
        ({ value, ...column }): Column<BothRows> => ({
          ...column,
          value: (row) => value(row[lang]),
        }),
      ),
    lines: async (tx, { institution }, query) => {
      const found = await periodReport(tx, institution, query, clock.today())
      const en = reportRows(found, 'en')
      return reportRows(found, 'zh').map((zh, at) => ({ zh, en: en[at] ?? zh }))
    },
  })
}

type ReportRow = ReturnType<typeof reportRows>[number]
interface BothRows {
  readonly zh: ReportRow
  readonly en: ReportRow
}
