import type { Lang } from '@yizhuan/kit'
import { type CsvColumn, csvOf, yuanCell } from '../../../platform/csv.ts'
import { type RightKind, rightKindWords } from '../right.ts'
import type { FeeLineWire, FeeListWire } from './docket.wire.ts'
import { decisionWords, feeStateWords } from './docket-words.ts'

/** The unpaid fees as a sheet, in one language; both readings of the rule on late fees side by side. */
export function feesCsv({ items, readings }: FeeListWire, lang: Lang): string {
  const column = (zh: string, en: string, value: CsvColumn<FeeLineWire>['value']) => ({
    heading: lang === 'zh' ? zh : en,
    value,
  })
  return csvOf(
    [
      column('编号', 'Number', ({ number }) => number),
      column('名称', 'Title', ({ title }) => title),
      column('类型', 'Kind', ({ kind }) => rightKindWords[kind as RightKind][lang]),
      column('科室', 'Departments', ({ departments }) =>
        departments.join(lang === 'zh' ? '、' : '; '),
      ),
      column('年度', 'Year', ({ year }) => year),
      column('应缴日', 'Due', ({ dueOn }) => dueOn),
      column('最迟缴费日', 'Payable until', ({ payableUntil }) => payableUntil),
      column('滞纳期届满', 'Late until', ({ graceUntil }) => graceUntil),
      column('状态', 'State', ({ state }) => feeStateWords[state][lang]),
      column('全额（元）', 'Full, yuan', ({ fullFen }) => yuanCell(fullFen)),
      column('应缴（元）', 'Fee, yuan', ({ feeFen }) => yuanCell(feeFen)),
      ...readings.map(({ id, label }) =>
        column(`今日实缴（元）：${label.zh}`, `To pay today, yuan: ${label.en}`, ({ toPayFen }) =>
          yuanCell(toPayFen[id]),
        ),
      ),
      column('决定', 'Decision', ({ decision }) => decision && decisionWords[decision][lang]),
      column('决定人', 'Decided by', ({ decidedName }) => decidedName),
    ],
    items,
  )
}
