import type { Lang, Words } from '@yizhuan/kit'
import type { Book, Chart, Side } from '@yizhuan/money'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { JournalSource } from './journal.table.ts'
import type { BalanceRowWire } from './journal.wire.ts'
import { labelOf } from './posting.ts'

/** A line of an entry with its entry, as sheets show it. */
export interface JournalRow {
  readonly id: string
  readonly datedOn: string
  /** The day on which it happened, where its month was closed by then. */
  readonly actedOn: string | null
  readonly kind: string
  readonly source: JournalSource
  readonly recordId: string
  readonly caseId: string | null
  readonly subject: string
  readonly reference: string | null
  readonly reverses: string | null
  readonly department: string | null
  readonly line: number
  readonly book: Book
  readonly side: Side
  readonly account: string
  readonly amountFen: string
  readonly person: string | null
  /** The account as the institution's own books call it. */
  readonly ownNumber: string | null
  readonly ownName: string | null
}

/** A line of a voucher that went out, with the number it went out under. */
export interface VoucherRow extends JournalRow {
  readonly month: string
  readonly number: number
}

export const bookWords = {
  financial: { zh: '财务会计', en: 'Financial' },
  budget: { zh: '预算会计', en: 'Budget' },
} as const

export const sourceWords = {
  case: { zh: '转化项目', en: 'Case' },
  receipt: { zh: '到账台账', en: 'Register of receipts' },
  asset: { zh: '成果费用', en: 'Cost of an achievement' },
  asset_booking: { zh: '成果入账', en: 'Booking of an achievement' },
  fee_batch: { zh: '年费批次', en: 'Batch of annual fees' },
  right_fee: { zh: '直接登记的官费', en: 'Fees recorded without a batch' },
  fee_share: { zh: '他方承担的费用', en: 'Fees borne by others' },
  payout: { zh: '付款', en: 'Payment' },
  grant_bonus: { zh: '授权奖金', en: 'Bonus at grant' },
  staff_award: { zh: '转化人员奖励和培养', en: 'Rewards and training of transfer staff' },
  fund: { zh: '引导资金', en: 'Fund' },
  receivable: { zh: '应收款', en: 'Receivable' },
  closing: { zh: '年终结转', en: 'Closing of the year' },
  tax_remittance: { zh: '代扣税款', en: 'Tax withheld' },
  vat_settlement: { zh: '增值税', en: 'VAT' },
  receipt_hold: { zh: '待核对到账', en: 'Receipts held' },
} as const satisfies Readonly<Record<JournalSource, Words>>

/** What an entry is about, as a voucher says it. */
export function summaryOf(
  chart: Chart,
  { kind, subject, reverses }: Pick<JournalRow, 'kind' | 'subject' | 'reverses'>,
  lang: Lang,
): string {
  const red = reverses === null ? '' : lang === 'zh' ? '红字冲销：' : 'Reversed: '
  return `${red}${labelOf(chart, kind)[lang]} ${subject}`.trim()
}

/** The lines of the journal as a sheet, with the accounts as the institution's own books call them. */
export function journalColumns<Row extends JournalRow>(
  lang: Lang,
  chart: Chart,
): readonly Column<Row>[] {
  const { text, day, moneyOfSome } = columnsIn<Row>(lang)
  const nameOf = (account: string) =>
    chart.accounts.find(({ number }) => number === account)?.name[lang]
  return [
    day('日期', 'Day', ({ datedOn }) => datedOn),
    text('摘要', 'Summary', (row) => summaryOf(chart, row, lang)),
    day('业务日期', 'Happened on', ({ actedOn, datedOn }) => actedOn ?? datedOn),
    text('会计', 'Book', ({ book }) => bookWords[book][lang]),
    text('科目编号', 'Account', ({ ownNumber, account }) => ownNumber ?? account),
    text('科目名称', 'Name of the account', ({ ownName, account }) => ownName ?? nameOf(account)),
    moneyOfSome('借方金额', 'Debit', ({ side, amountFen }) =>
      side === 'debit' ? amountFen : null,
    ),
    moneyOfSome('贷方金额', 'Credit', ({ side, amountFen }) =>
      side === 'credit' ? amountFen : null,
    ),
    text('辅助核算：项目', 'Project', ({ subject }) => subject),
    text('辅助核算：人员', 'Person', ({ person }) => person),
    text('辅助核算：部门', 'Department', ({ department }) => department),
    text('原始凭证号', 'Source voucher', ({ reference }) => reference),
  ]
}

export const journalFilterWords = {
  from: { name: { zh: '自', en: 'From' } },
  to: { name: { zh: '至', en: 'To' } },
  account: { name: { zh: '科目', en: 'Account' } },
  source: { name: { zh: '来源', en: 'Source' }, values: sourceWords },
  case: { name: { zh: '转化项目', en: 'Case' } },
} as const

/** A trial balance as a sheet. */
export function balanceColumns(lang: Lang): readonly Column<BalanceRowWire>[] {
  const { text, money } = columnsIn<BalanceRowWire>(lang)
  return [
    text('会计', 'Book', ({ book }) => bookWords[book][lang]),
    text('科目编号', 'Account', ({ account }) => account),
    text('科目名称', 'Name of the account', ({ name }) => name[lang]),
    money('期初余额', 'Opening', ({ openingFen }) => openingFen),
    money('本期借方', 'Debit', ({ debitFen }) => debitFen),
    money('本期贷方', 'Credit', ({ creditFen }) => creditFen),
    money('期末余额', 'Closing', ({ closingFen }) => closingFen),
  ]
}
