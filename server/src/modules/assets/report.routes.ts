import { addDays, day } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asReader, type Caller } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import type { App, Context } from '../../platform/module.ts'
import { badField } from '../../platform/problem.ts'
import { sheetRoute } from '../../platform/sheet-route.ts'
import { assetsOf, linesOn } from './asset.queries.ts'
import { readers } from './asset.routes.ts'
import { reportColumns, reportRows } from './asset.sheets.ts'
import { reportOf } from './report.ts'
import { ReportQueryWire, ReportWire } from './report.wire.ts'

const tags = ['assets']

/** The periodic report over HTTP; of the year that runs where no days are given. */
export function reportRoutes(app: App, { db, clock }: Context): void {
  const report = async (
    caller: Caller,
    asked: { from?: string | undefined; to?: string | undefined },
  ): Promise<ReportWire> => {
    const today = clock.today()
    const to = asked.to ?? today
    const from = asked.from ?? `${to.slice(0, 4)}-01-01`
    if (from > to) {
      throw badField('#/to', 'period-reversed', {
        zh: '止日不得早于起日。',
        en: 'The last day may not lie before the first.',
      })
    }
    const assets = await asReader(db, caller, (tx) => assetsOf(tx, caller.institution))
    const { money, movements, ...counts } = reportOf(
      linesOn(assets, addDays(day(from), -1)),
      linesOn(assets, to),
    )
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

  app.get(
    '/asset-report',
    {
      config: { access: readers },
      schema: { tags, querystring: ReportQueryWire, response: { 200: ReportWire } },
    },
    (request) => report(callerOf(request), request.query),
  )

  sheetRoute(app, '/asset-report.xlsx', readers, tags, ReportQueryWire, async (request, query) => {
    const lang = langOf(request)
    const found = await report(callerOf(request), query)
    const name = lang === 'zh' ? '资产台账报告' : 'Report of assets'
    return {
      name: `${name} ${found.from} ${found.to}`,
      columns: reportColumns(lang),
      rows: reportRows(found, lang),
    }
  })
}
