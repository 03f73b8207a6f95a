import type { Lang } from '@yizhuan/kit'
import ExcelJS from 'exceljs'
import { type CsvColumn, csvOf, yuanCell } from '../../../platform/csv.ts'
import { type RightKind, rightKindWords } from '../right.ts'
import type { BatchFeeWire, BatchLineWire, BatchWire } from './batch.wire.ts'

type Column = CsvColumn<BatchFeeWire> & { readonly isAmount?: boolean }

/** The columns of a pay file, in the order the office's payment form asks for them. */
function columnsIn(lang: Lang): readonly Column[] {
  const column = (zh: string, en: string, value: Column['value'], isAmount = false): Column => ({
    heading: lang === 'zh' ? zh : en,
    value,
    isAmount,
  })
  return [
    column('申请号', 'Number', ({ number }) => number),
    column('名称', 'Title', ({ title }) => title),
    column('类型', 'Kind', ({ kind }) => rightKindWords[kind as RightKind][lang]),
    column('费用种类', 'Fee', ({ year }) =>
      lang === 'zh' ? `第 ${year} 年度年费` : `Annual fee of year ${year}`,
    ),
    column('年费（元）', 'Fee, yuan', ({ feeFen }) => yuanCell(feeFen), true),
    column('滞纳金（元）', 'Surcharge, yuan', ({ surchargeFen }) => yuanCell(surchargeFen), true),
    column('合计（元）', 'Total, yuan', (line) => yuanCell(totalOf(line)), true),
    column('缴费日', 'Paid on', ({ paidOn }) => paidOn),
    column('回执号', 'Receipt', ({ receipt }) => receipt),
  ]
}

const totalOf = ({ feeFen, surchargeFen }: BatchFeeWire) =>
  `${BigInt(feeFen) + BigInt(surchargeFen)}`

/** A batch as the list that is paid from, for spreadsheets. */
export function payFileCsv({ lines }: BatchWire, lang: Lang): string {
  return csvOf(columnsIn(lang), lines)
}

/** The same as a workbook: amounts are numbers that can be added up, everything else is text. */
export async function payFileXlsx({ title, lines }: BatchWire, lang: Lang): Promise<Buffer> {
  const columns = columnsIn(lang)
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(title.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31))
  sheet.addRow(columns.map(({ heading }) => heading)).font = { bold: true }
  for (const line of lines) {
    sheet.addRow(
      columns.map(({ value, isAmount }) => {
        const cell = value(line) ?? ''
        return isAmount ? Number(cell) : String(cell)
      }),
    )
  }
  columns.forEach(({ isAmount }, at) => {
    sheet.getColumn(at + 1).width = isAmount ? 14 : 24
    if (isAmount) sheet.getColumn(at + 1).numFmt = '#,##0.00'
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The list of batches as a sheet. */
export function batchesCsv(batches: readonly BatchLineWire[], lang: Lang): string {
  const column = (zh: string, en: string, value: CsvColumn<BatchLineWire>['value']) => ({
    heading: lang === 'zh' ? zh : en,
    value,
  })
  return csvOf(
    [
      column('批次', 'Batch', ({ title }) => title),
      column('经费', 'Budget', ({ budget }) => budget),
      column('缴费日', 'Pay on', ({ payOn }) => payOn),
      column('状态', 'State', ({ state }) => batchStateWords[state][lang]),
      column('项数', 'Fees', ({ fees }) => fees),
      column('已缴', 'Paid', ({ paid }) => paid),
      column('合计（元）', 'Total, yuan', ({ totalFen }) => yuanCell(totalFen)),
      column('提出人', 'Made by', ({ madeName }) => madeName),
      column('提出日', 'Made on', ({ madeOn }) => madeOn),
      column('审批人', 'Decided by', ({ decidedName }) => decidedName),
      column('审批日', 'Decided on', ({ decidedOn }) => decidedOn),
    ],
    batches,
  )
}

export const batchStateWords = {
  proposed: { zh: '待审批', en: 'To be approved' },
  approved: { zh: '待缴费', en: 'To be paid' },
  refused: { zh: '退回', en: 'Refused' },
  cancelled: { zh: '撤回', en: 'Cancelled' },
  settled: { zh: '结清', en: 'Settled' },
} as const
