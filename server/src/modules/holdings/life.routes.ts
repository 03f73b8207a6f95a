import type { z } from 'zod'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { filingsIn } from './filing.view.ts'
import { stageWords } from './holding.csv.ts'
import { foundHoldings } from './holding.queries.ts'
import { checkPeriod } from './holding.refusals.ts'
import { DividendFilterWire, EventFilterWire } from './holding.wire.ts'
import { matterWords } from './holding.words.ts'
import { readers, taxReaders } from './holdings.access.ts'
import { dividendColumns, eventColumns, filingColumns } from './life.csv.ts'
import { dividendLinesOf, eventLinesOf, type FilingLine } from './life.ts'
import { deferralsBehind } from './people.dues.queries.ts'

const words = {
  stage: { name: { zh: '阶段', en: 'Stage' }, values: stageWords },
  holding: { name: { zh: '股权项目', en: 'Holding' } },
  achievement: { name: { zh: '科技成果', en: 'Achievement' } },
}

/** What befell the equity and the dividends it brought leave as sheets, of one holding or of many. */
export function lifeRoutes(app: App, context: Context): void {
  exportRoutes(app, context, {
    path: '/holding-events',
    access: readers,
    filter: EventFilterWire,
    name: { zh: '股权变动与处置', en: 'Changes and disposals of equity' },
    words: { ...words, matter: { name: { zh: '股权事项', en: 'Matter' }, values: matterWords } },
    // Those who get a part of what a disposal brought are named.
    isPersonal: true,
    columns: eventColumns,
    lines: async (tx, { institution }, filter) => {
      checkRange(filter)
      const rows = await foundHoldings(tx, institution, filter)
      return rows.flatMap((row) => eventLinesOf(row, filter))
    },
  })

  exportRoutes(app, context, {
    path: '/holding-dividends',
    access: readers,
    filter: DividendFilterWire,
    name: { zh: '股权分红', en: 'Dividends of equity' },
    words,
    columns: dividendColumns,
    lines: async (tx, { institution }, filter) => {
      checkRange(filter)
      const rows = await foundHoldings(tx, institution, filter)
      return rows.flatMap((row) => dividendLinesOf(row, filter))
    },
  })

  exportRoutes(app, context, {
    path: '/deferral-filings',
    access: taxReaders,
    filter: DividendFilterWire,
    name: { zh: '股权奖励递延纳税备案', en: 'Deferred tax of awarded equity' },
    words,
    isPersonal: true,
    columns: filingColumns,
    lines: async (tx, { institution }, filter) => {
      checkRange(filter)
      const rows = await foundHoldings(tx, institution, filter)
      const deferrals = await deferralsBehind(tx, institution, rows)
      return rows.filter(isFormedWithin(filter)).flatMap(({ told, ...row }): FilingLine[] => {
        const { filings, lastDay } = filingsIn(told, deferrals)
        const { creditCode: uscc, transferCase } = told
        return filings.map((filing) => ({ ...row, uscc, transferCase, filing, lastDay }))
      })
    },
  })
}

const isFormedWithin =
  ({ from, to }: z.output<typeof DividendFilterWire>) =>
  ({ formedOn }: { readonly formedOn: string }) =>
    (from === undefined || from <= formedOn) && (to === undefined || formedOn <= to)

/** @throws {Problem} where both ends are told, and turned round. */
function checkRange({ from, to }: z.output<typeof DividendFilterWire>): void {
  if (from !== undefined && to !== undefined) checkPeriod({ from, to })
}
