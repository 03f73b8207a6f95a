import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { readLedger } from '@yizhuan/ledger'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { writeGrids } from '../../platform/xlsx-grid.ts'
import { sheetsToCorrect } from './to-correct.ts'
import { readWorkbook } from './workbook.ts'

const heading = '待更正的问题'

/** A ledger as offices keep them: a title, headings in two rows, days and shares by format. */
async function ledger(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('到账')
  sheet.addRow(['示例医院成果转化到账台账（单位：万元）'])
  sheet.mergeCells('A1:H1')
  sheet.addRow(['合同编号', '付款单位', '到账日期', '到账金额', '扣除费用', '', '奖励比例', '期次'])
  sheet.addRow(['', '', '', '', '税费', '评估费', '', ''])
  for (const column of ['A', 'B', 'C', 'D', 'G', 'H']) sheet.mergeCells(`${column}2:${column}3`)
  sheet.mergeCells('E2:F2')
  for (const [at, day] of ['2024-03-05', '2024-04-06', '2024-05-07'].entries()) {
    sheet.addRow([
      `HT2024-00${at + 1}`,
      '示例公司',
      new Date(day),
      12.5 + at,
      0.5,
      0.25,
      0.7,
      '首期',
    ])
  }
  sheet.getColumn('C').numFmt = 'yyyy-mm-dd'
  sheet.getColumn('G').numFmt = '0%'
  sheet.getCell('B4').font = { strike: true }
  sheet.mergeCells('B5:B6')
  sheet.addRow(['合计', '', '', 40.5])
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function goesBack(bytes: Buffer, name: string, rows: readonly number[]): Promise<Buffer> {
  const reading = readLedger(await readWorkbook(bytes, name), '2025-06-30')
  const sheets = await sheetsToCorrect({
    ...{ name, bytes, corrections: [], lists: [], heading, headings: [heading] },
    tables: reading.tables,
    rows: rows.map((row) => ({ sheet: reading.tables[0]?.sheet ?? '', row, words: '须更正' })),
  })
  const out = new PassThrough()
  const all = buffer(out)
  await writeGrids(out, sheets)
  out.end()
  return all
}

const recordsIn = async (bytes: Buffer) => {
  const [table] = readLedger(await readWorkbook(bytes, '台账.xlsx'), '2025-06-30').tables
  return { columns: table?.columns, records: table?.records ?? [] }
}

test('the rows that go back read as they did, under their headings, with their units', async () => {
  const bytes = await ledger()
  const before = await recordsIn(bytes)
  expect(before.records).toHaveLength(3)
  const back = await goesBack(bytes, '台账.xlsx', [4, 6])
  const after = await recordsIn(back)
  expect(after.columns?.slice(0, -1)).toEqual(before.columns)
  expect(after.columns?.at(-1)).toMatchObject({ header: heading, field: null })
  const [first, , third] = before.records
  const bare = (record: object | undefined) => ({ ...record, row: 0 })
  expect(after.records.map(bare)).toEqual([first, third].map(bare))
  expect(first).toMatchObject({ amountFen: 12_500_000n, receivedOn: '2024-03-05' })
})

test('a file that goes back twice has its column of remarks once', async () => {
  const once = await goesBack(await ledger(), '台账.xlsx', [4, 5, 6])
  const twice = await goesBack(once, '台账.xlsx', [5])
  const { columns, records } = await recordsIn(twice)
  expect(columns?.filter(({ header }) => header === heading)).toHaveLength(1)
  expect(records).toHaveLength(1)
})

test('a row that is struck through goes back struck through, and is asked about again', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('成果')
  sheet.addRow(['成果编号', '成果名称', '第一完成人', '披露日期'])
  sheet.addRow(['CG2024-0001', '示例引流装置', '示例甲', '2024-03-05'])
  sheet.getRow(2).eachCell((cell) => {
    cell.font = { strike: true }
  })
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  const back = await goesBack(bytes, '台账.xlsx', [2])
  expect(await errorsIn(back)).toEqual(['row_struck_out'])
})

test('a formula without a result does not become an empty cell that nobody is asked about', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('成果')
  sheet.addRow(['成果编号', '成果名称', '第一完成人', '披露日期', '研发投入（万元）'])
  sheet.addRow(['CG2024-0001', '示例引流装置', '示例甲', '2024-03-05', { formula: 'F2*0.25' }])
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  expect(await errorsIn(bytes)).toEqual(['formula_without_value'])
  const back = await goesBack(bytes, '台账.xlsx', [2])
  expect(await errorsIn(back)).toEqual(['formula_error'])
})

/** What must be settled of a workbook before its rows are written. */
async function errorsIn(bytes: Buffer): Promise<readonly string[]> {
  const { problems } = readLedger(await readWorkbook(bytes, '台账.xlsx'), '2025-06-30')
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}
