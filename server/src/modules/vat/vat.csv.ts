import type { Lang, Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { VatKind, VatState } from './vat.ts'
import type { VatLineWire, VatMonthWire } from './vat.wire.ts'

const kindWords: Readonly<Record<VatKind, Words>> = {
  paid: { zh: '缴纳', en: 'Paid' },
  given_back: { zh: '税务机关退还', en: 'Given back by the tax office' },
  carried: { zh: '并入单位汇总申报', en: 'Declared with the house' },
  relieved: { zh: '减免', en: 'Not levied' },
  costed: { zh: '已作为转化费用缴纳', en: 'Paid as a cost of a deal' },
}

const stateWords: Readonly<Record<VatState, Words>> = {
  recorded: { zh: '已登记', en: 'Recorded' },
  reversed: { zh: '已冲回', en: 'Reversed' },
}

/** The months as a sheet. */
export function monthColumns(lang: Lang): readonly Column<VatMonthWire>[] {
  const { text, money } = columnsIn<VatMonthWire>(lang)
  const settled = (kind: VatKind) =>
    money(kindWords[kind].zh, kindWords[kind].en, (one) => one.settled[kind])
  return [
    text('月份', 'Month', ({ month }) => month),
    money('销项税额', 'Output VAT', ({ arisenFen }) => arisenFen),
    ...(['paid', 'carried', 'relieved', 'costed', 'given_back'] as const).map(settled),
    money(
      '截至本月应交（负数为多缴）',
      'Owed through the month (below nought: too much)',
      (one) => one.owedFen,
    ),
  ]
}

/** What became of it as a sheet. */
export function settlementColumns(lang: Lang): readonly Column<VatLineWire>[] {
  const { text, day, money } = columnsIn<VatLineWire>(lang)
  return [
    text('所属期（末月）', 'Period (last month)', ({ month }) => month),
    text('种类', 'Kind', ({ kind }) => kindWords[kind][lang]),
    money('金额', 'Amount', ({ amountFen }) => amountFen),
    day('日期', 'Day', ({ onDay }) => onDay),
    text('凭证', 'Proof', ({ document }) => document),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    text('登记人', 'Recorded by', ({ madeName }) => madeName),
    day('登记日', 'Recorded on', ({ madeOn }) => madeOn),
    text('冲回人', 'Reversed by', ({ reversedName }) => reversedName),
    day('冲回日', 'Reversed on', ({ reversedOn }) => reversedOn),
    text('说明', 'Remark', ({ remark }) => remark),
  ]
}
