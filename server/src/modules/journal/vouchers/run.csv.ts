import type { Lang } from '@yizhuan/kit'
import type { Chart } from '@yizhuan/money'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import { journalColumns, type VoucherRow } from '../journal.csv.ts'

/** A voucher as finance systems take it: its day, word and number, then one line for each account. */
export function voucherColumns(lang: Lang, chart: Chart): readonly Column<VoucherRow>[] {
  const { text, number } = columnsIn<VoucherRow>(lang)
  const [day, ...others] = journalColumns<VoucherRow>(lang, chart)
  return [
    ...(day ? [day] : []),
    text('会计期间', 'Month', ({ month }) => month),
    text('凭证字', 'Word', () => (lang === 'zh' ? '记' : 'J')),
    number('凭证号', 'Number', ({ number: of }) => of),
    number('分录序号', 'Line', ({ line }) => line),
    ...others,
  ]
}
