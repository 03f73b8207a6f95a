import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { basisWords } from './waiting.ts'
import type { WaitingLineWire } from './waiting.wire.ts'

const kinds = {
  refund: { zh: '退款待关联到账', en: 'Refund without its receipt' },
  receipt: { zh: '到账待关联合同', en: 'Receipt without its contract' },
  open: { zh: '到账待核对应收款', en: 'Receipt to be matched' },
} as const

/** What waits to be linked as a sheet, in one language. */
export function waitingColumns(lang: Lang): Column<WaitingLineWire>[] {
  const { text, day, money } = columnsIn<WaitingLineWire>(lang)
  const nameOf = ({ number, title }: WaitingLineWire['suggestions'][number]) =>
    [number, title].filter(Boolean).join(' ')
  return [
    text('类型', 'Kind', ({ kind }) => kinds[kind][lang]),
    day('日期', 'Day', ({ receivedOn }) => receivedOn),
    money('金额', 'Amount', ({ amountFen }) => amountFen),
    text('凭证号', 'Voucher', ({ voucher }) => voucher),
    text('付款单位', 'Payer', ({ payer }) => payer),
    text('合同编号', 'Contract', ({ contractNumber }) => contractNumber),
    text('建议', 'Suggestion', ({ suggestions: [first] }) => first && nameOf(first)),
    text('依据', 'Why', ({ suggestions: [first] }) =>
      first?.bases.map((basis) => basisWords[basis][lang]).join(lang === 'zh' ? '、' : '; '),
    ),
  ]
}
