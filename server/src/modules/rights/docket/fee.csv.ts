import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import { type RightKind, rightKindWords } from '../right.ts'
import type { FeeLineWire, FeeListWire } from './docket.wire.ts'
import { decisionWords, feeStateWords } from './docket-words.ts'

/** The unpaid fees as a sheet, in one language; both readings of the rule on late fees side by side. */
export function feeColumns(readings: FeeListWire['readings'], lang: Lang): Column<FeeLineWire>[] {
  const { text, day, number, money } = columnsIn<FeeLineWire>(lang)
  return [
    text('编号', 'Number', ({ number }) => number),
    text('名称', 'Title', ({ title }) => title),
    text('类型', 'Kind', ({ kind }) => rightKindWords[kind as RightKind][lang]),
    text('科室', 'Departments', ({ departments }) => departments.join(lang === 'zh' ? '、' : '; ')),
    number('年度', 'Year', ({ year }) => year),
    day('应缴日', 'Due', ({ dueOn }) => dueOn),
    day('最迟缴费日', 'Payable until', ({ payableUntil }) => payableUntil),
    day('滞纳期届满', 'Late until', ({ graceUntil }) => graceUntil),
    text('状态', 'State', ({ state }) => feeStateWords[state][lang]),
    money('全额', 'Full', ({ fullFen }) => fullFen),
    money('应缴', 'Fee', ({ feeFen }) => feeFen),
    ...readings.map(({ id, label }) =>
      money(`今日实缴：${label.zh}`, `To pay today: ${label.en}`, ({ toPayFen }) => toPayFen[id]),
    ),
    text('决定', 'Decision', ({ decision }) => decision && decisionWords[decision][lang]),
    text('决定人', 'Decided by', ({ decidedName }) => decidedName),
  ]
}
