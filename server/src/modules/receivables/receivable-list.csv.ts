import type { Lang, Words } from '@yizhuan/kit'
import { type Currency, currencies } from '@yizhuan/money'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { ReceivableLineWire } from './receivable-list.wire.ts'

export const stateWords: Readonly<Record<ReceivableLineWire['state'], Words>> = {
  awaited: { zh: '待条件', en: 'Awaited' },
  upcoming: { zh: '未到期', en: 'Upcoming' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  settled: { zh: '已结清', en: 'Settled' },
  writtenOff: { zh: '已核销', en: 'Written off' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

export const ageWords: Readonly<Record<ReceivableLineWire['age'], Words>> = {
  notDue: { zh: '未到期', en: 'Not due' },
  d30: { zh: '1–30 天', en: '1–30 days' },
  d90: { zh: '31–90 天', en: '31–90 days' },
  d180: { zh: '91–180 天', en: '91–180 days' },
  d365: { zh: '181–365 天', en: '181–365 days' },
  older: { zh: '一年以上', en: 'Over a year' },
}

/** The list of receivables as a sheet, in one language. */
export function receivableColumns(lang: Lang): Column<ReceivableLineWire>[] {
  const { text, day, money, number } = columnsIn<ReceivableLineWire>(lang)
  return [
    text('合同编号', 'Contract', ({ contractNumber }) => contractNumber),
    text('合同名称', 'Title', ({ contractTitle }) => contractTitle),
    text('付款单位', 'Payer', ({ counterparty }) => counterparty),
    text('款项', 'Payment', ({ label }) => label),
    day('到期日', 'Due', ({ dueOn }) => dueOn),
    text('币种', 'Currency', ({ currency }) => currency),
    text('应收金额（原币）', 'Owed (currency)', ({ minor, currency }) => inUnits(minor, currency)),
    text('未收金额（原币）', 'Open (currency)', (line) => inUnits(line.openMinor, line.currency)),
    money('未收金额', 'Open', ({ openFen }) => openFen),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    text('账龄', 'Age', ({ age }) => ageWords[age][lang]),
    number('逾期天数', 'Days overdue', ({ daysLate }) => daysLate),
  ]
}

/** Smallest units of a currency as its units. */
export function inUnits(minor: string | null, currency: string): string | null {
  const decimals = currencies[currency as Currency]
  if (minor === null || decimals === 0) return minor
  const digits = minor.padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
