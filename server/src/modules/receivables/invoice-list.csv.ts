import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { InvoiceLineWire } from './invoice-list.wire.ts'
import { exempt } from './vat.ts'

const exemptWords = { zh: '免税', en: 'Exempt' } as const

const voidGroundWords = {
  invoice: { zh: '发票已作废', en: 'The invoice is void' },
  entry: { zh: '登记有误', en: 'Entered by mistake' },
} as const

const invoiceStateWords = {
  draft: { zh: '草稿', en: 'Draft' },
  issued: { zh: '已开具', en: 'Issued' },
  paid: { zh: '已收款', en: 'Paid' },
  takenBack: { zh: '已全额红冲', en: 'Taken back' },
  red: { zh: '红字', en: 'Red-letter' },
  void: { zh: '已作废', en: 'Void' },
} as const

export const invoiceFilterWords = {
  state: { name: { zh: '状态', en: 'State' }, values: invoiceStateWords },
  contract: { name: { zh: '合同', en: 'Contract' } },
  from: { name: { zh: '开票日期自', en: 'Issued from' } },
  to: { name: { zh: '开票日期至', en: 'Issued to' } },
} as const

/** What is void asks for nothing: the column adds up to what the list says in all. */
const standing = ({ state }: Pick<InvoiceLineWire, 'state'>, fen: string) =>
  state === 'void' ? '0' : fen

/** The list of invoices as a sheet, in one language. */
export function invoiceColumns(lang: Lang): Column<InvoiceLineWire>[] {
  const { text, day, money, moneyOfSome } = columnsIn<InvoiceLineWire>(lang)
  return [
    text('发票号码', 'Number', ({ number }) => number),
    day('开票日期', 'Issued', ({ issuedOn }) => issuedOn),
    text('状态', 'State', ({ state }) => invoiceStateWords[state][lang]),
    text('购买方', 'Buyer', ({ buyer }) => buyer),
    text('合同编号', 'Contract', ({ contractNumber }) => contractNumber),
    text('合同名称', 'Title', ({ contractTitle }) => contractTitle),
    text('款项', 'For', ({ asksFor }) => asksFor),
    money('价税合计', 'Amount', (line) => standing(line, line.amountFen)),
    text('税率', 'Rate', ({ vatRate }) => (vatRate === exempt ? exemptWords[lang] : vatRate)),
    text('税率说明', 'Why this rate', ({ vatReason }) => vatReason),
    money('税额', 'Tax', (line) => standing(line, line.vatFen)),
    moneyOfSome('已作废的价税合计', 'Amount that is void', ({ state, amountFen }) =>
      state === 'void' ? amountFen : null,
    ),
    text('所红冲的发票', 'Takes back', ({ redOfNumber }) => redOfNumber),
    text(
      '作废情形',
      'Why void',
      ({ voidGround }) => voidGround && voidGroundWords[voidGround][lang],
    ),
    text('作废原因', 'Void because', ({ voidReason }) => voidReason),
    text('备注', 'Remark', ({ remark }) => remark),
  ]
}
