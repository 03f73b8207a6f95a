import type { Lang, Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { RemittanceKind, RemittanceState, SetOffState } from './tax.ts'
import type { RemittanceLineWire, TaxMonthWire } from './tax.wire.ts'

/** Nought where nobody has said the tax of a payment is not known to be nought: the page leaves it empty as well. */
const known = ({ unknown }: TaxMonthWire, fen: string) => (fen === '0' && unknown > 0 ? null : fen)

/** The months as a sheet. */
export function monthColumns(lang: Lang): readonly Column<TaxMonthWire>[] {
  const { text, day, number, money } = columnsIn<TaxMonthWire>(lang)
  return [
    text('月份', 'Month', ({ month }) => month),
    money('代扣', 'Withheld', (one) => known(one, one.withheldFen)),
    money('退回冲减', 'Came back', ({ cameBackFen }) => cameBackFen),
    money('冲回分配抵回', 'Set off', ({ setOffFen }) => setOffFen),
    money('已缴', 'Paid over', ({ paidOverFen }) => paidOverFen),
    money('待缴（负数为多缴）', 'Standing (below nought: a claim)', (one) =>
      known(one, one.standingFen),
    ),
    money('缴纳办理中', 'Under way', ({ underWayFen }) => underWayFen),
    number('未登记税额的付款笔数', 'Payments without tax on record', ({ unknown }) => unknown),
    day('应缴日', 'Due on', ({ dueOn }) => dueOn),
  ]
}

export const kindWords: Readonly<Record<RemittanceKind, Words>> = {
  paid_over: { zh: '缴纳', en: 'Paid over' },
  given_back: { zh: '税务机关退还', en: 'Given back by the tax office' },
}

export const stateWords: Readonly<Record<RemittanceState, Words>> = {
  made: { zh: '待审批', en: 'To be approved' },
  approved: { zh: '待缴库', en: 'To be settled' },
  refused: { zh: '退回', en: 'Refused' },
  cancelled: { zh: '撤回', en: 'Cancelled' },
  settled: { zh: '办结', en: 'Settled' },
  reversed: { zh: '已冲回', en: 'Reversed' },
}

export const setOffStateWords: Readonly<Record<SetOffState, Words>> = {
  made: { zh: '待审批', en: 'To be approved' },
  settled: { zh: '已抵回', en: 'Set off' },
  refused: { zh: '退回', en: 'Refused' },
  cancelled: { zh: '撤销制单', en: 'Cancelled' },
  reversed: { zh: '已撤回', en: 'Taken back' },
}

/** What was paid over as a sheet. */
export function remittanceColumns(lang: Lang): readonly Column<RemittanceLineWire>[] {
  const { text, day, money } = columnsIn<RemittanceLineWire>(lang)
  return [
    text('月份', 'Month', ({ month }) => month),
    text('种类', 'Kind', ({ kind }) => kindWords[kind][lang]),
    money('金额', 'Amount', ({ amountFen }) => amountFen),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    text('制单人', 'Made by', ({ madeName }) => madeName),
    day('制单日', 'Made on', ({ madeOn }) => madeOn),
    text('审批人', 'Decided by', ({ decidedName }) => decidedName),
    day('审批日', 'Decided on', ({ decidedOn }) => decidedOn),
    day('缴纳或退还日', 'Settled on', ({ settledOn }) => settledOn),
    text('凭证', 'Proof', ({ document }) => document),
    day('冲回日', 'Reversed on', ({ reversedOn }) => reversedOn),
    text('说明', 'Remark', ({ remark }) => remark),
  ]
}
