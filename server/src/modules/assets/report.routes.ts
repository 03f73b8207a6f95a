import { addDays, day } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import type { Column } from '../../platform/csv.ts'
import { asReader, type Tx } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { badField } from '../../platform/problem.ts'
import { reportColumns, reportRows } from './asset.csv.ts'
import { readers } from './asset.routes.ts'
import { linesOf } from './line.queries.ts'
import { reportOf } from './report.ts'
import { ReportQueryWire, ReportWire } from './report.wire.ts'
import { settleTags } from './tag.commands.ts'

const tags = ['assets']

interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

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
      await settleTags(db, caller)
      return await asReader(db, caller, (tx) =>
        report(tx, caller.institution, query, clock.today()),
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
      const found = await report(tx, institution, query, clock.today())
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

async function report(
  tx: Tx,
  institution: string,
  asked: Asked,
  today: string,
): Promise<ReportWire> {
  // Nobody knows yet what comes after today.
  const to = asked.to !== undefined && asked.to < today ? asked.to : today
  const from = asked.from ?? `${to.slice(0, 4)}-01-01`
  if (from > to) {
    throw badField('#/to', 'period-reversed', {
      zh: '止日不得早于起日。',
      en: 'The last day may not lie before the first.',
    })
  }
  const [before, after] = await Promise.all([
    linesOf(tx, institution, { day: addDays(day(from), -1) }),
    linesOf(tx, institution, { day: to }),
  ])
  const { money, movements, ...counts } = reportOf(before, after)
  return {
    ...{ from, to },
    ...counts,
    movements: movements.map((row) => ({ ...row })),
    money: {
      openingFen: `${money.openingFen}`,
      addedFen: `${money.addedFen}`,
      derecognisedFen: `${money.derecognisedFen}`,
      closingFen: `${money.closingFen}`,
      spentFen: `${money.spentFen}`,
      expensedFen: `${money.expensedFen}`,
      collectedFen: `${money.collectedFen}`,
    },
  }
}
