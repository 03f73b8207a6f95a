import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import { type RightKind, rightKindWords } from '../right.ts'
import type { BatchFeeWire, BatchLineWire } from './batch.wire.ts'

/** The columns of a pay file, in the order the office's payment form asks for them. */
export function payColumns(lang: Lang): readonly Column<BatchFeeWire>[] {
  const { text, day, money } = columnsIn<BatchFeeWire>(lang)
  return [
    text('申请号', 'Number', ({ number }) => number),
    text('名称', 'Title', ({ title }) => title),
    text('类型', 'Kind', ({ kind }) => rightKindWords[kind as RightKind][lang]),
    text('费用种类', 'Fee', ({ year, feeTitle }) =>
      feeTitle
        ? feeTitle[lang]
        : lang === 'zh'
          ? `第 ${year} 年度年费`
          : `Annual fee of year ${year}`,
    ),
    money('金额', 'Fee', ({ feeFen }) => feeFen),
    money('滞纳金', 'Surcharge', ({ surchargeFen }) => surchargeFen),
    money('合计', 'Total', totalOf),
    day('缴费日', 'Paid on', ({ paidOn }) => paidOn),
    text('回执号', 'Receipt', ({ receipt }) => receipt),
  ]
}

const totalOf = ({ feeFen, surchargeFen }: BatchFeeWire) =>
  `${BigInt(feeFen) + BigInt(surchargeFen)}`

/** The list of batches as a sheet. */
export function batchColumns(lang: Lang): readonly Column<BatchLineWire>[] {
  const { text, day, number, money } = columnsIn<BatchLineWire>(lang)
  return [
    text('批次', 'Batch', ({ title }) => title),
    text('经费', 'Account', ({ budget }) => budget),
    money('预算', 'Budget', ({ budgetFen }) => budgetFen),
    day('缴费日', 'Pay on', ({ payOn }) => payOn),
    text('状态', 'State', ({ state }) => batchStateWords[state][lang]),
    number('项数', 'Fees', ({ fees }) => fees),
    number('已缴', 'Paid', ({ paid }) => paid),
    money('合计', 'Total', ({ totalFen }) => totalFen),
    text('提出人', 'Made by', ({ madeName }) => madeName),
    day('提出日', 'Made on', ({ madeOn }) => madeOn),
    text('审批人', 'Decided by', ({ decidedName }) => decidedName),
    day('审批日', 'Decided on', ({ decidedOn }) => decidedOn),
  ]
}

export const batchStateWords = {
  proposed: { zh: '待审批', en: 'To be approved' },
  approved: { zh: '待缴费', en: 'To be paid' },
  refused: { zh: '退回', en: 'Refused' },
  cancelled: { zh: '撤回', en: 'Cancelled' },
  settled: { zh: '结清', en: 'Settled' },
} as const
