import { expect, test } from 'vitest'
import { listLines } from './tax-list.ts'

const sheet = (name: string, ...cells: readonly (readonly string[])[]) => ({
  name,
  rows: cells.map((each, at) => ({ row: at + 1, cells: each })),
})
const rows = (...cells: readonly (readonly string[])[]) => [
  sheet('说明', ['说明']),
  sheet('表', ...cells),
]

test('tax is read by the headings of its columns, wherever they stand', () => {
  const list = rows(
    ['示例医院 11 月'],
    ['姓名', '付款编号', '代扣个税（空白为未登记）（元）'],
    ['甲', ' AB12CD34-00001 ', '1,200.50'],
    ['乙', 'AB12CD34-00002', ''],
    ['丙', 'AB12CD34-00003', '¥0元'],
    ['丁', 'AB12CD34-00004', '约 20'],
    ['戊', 'AB12CD34-00005', '0.005'],
  )
  expect(
    listLines(list)?.lines.map(({ row, reference, withheldFen }) => [row, reference, withheldFen]),
  ).toEqual([
    [3, 'AB12CD34-00001', '120050'],
    [5, 'AB12CD34-00003', '0'],
    [6, 'AB12CD34-00004', null],
    [7, 'AB12CD34-00005', null],
  ])
  expect(listLines(rows(['Reference', 'Tax withheld (CNY)'], ['R-1', '3']))?.lines).toHaveLength(1)
})

test('a table without both columns is none', () => {
  expect(listLines(rows(['付款编号', '金额'], ['R-1', '3']))).toBeUndefined()
  expect(listLines([])).toBeUndefined()
})

test('what else is withheld is not taken for tax, and of two columns of tax none is chosen', () => {
  const list = rows(
    ['11 月付款编号与代扣个税表'],
    ['付款编号', '代扣社保', '代扣公积金', '代扣代缴个人所得税', '实发'],
    ['R-1', '800.00', '1200.00', '3.00', '9'],
  )
  expect(listLines(list)?.lines.map(({ withheldFen }) => withheldFen)).toEqual(['300'])
  expect(listLines(rows(['付款编号', '代扣社保'], ['R-1', '3']))).toBeUndefined()
  const both = ['付款编号', '累计代扣个税', '本期代扣个税']
  expect(listLines(rows(both, ['R-1', '9', '3']))).toBeUndefined()
})

test('what a sheet worked out has no more digits than it shows', () => {
  const worked = [
    '1234.5600000000002',
    '0.30000000000000004',
    '0.005',
    '1234.567',
    '0.3333333333333333',
  ]
  const list = listLines(
    rows(['付款编号', '代扣个税'], ...worked.map((tax, at) => [`R-${at}`, tax])),
  )
  expect(list?.lines.map(({ withheldFen }) => withheldFen)).toEqual([
    '123456',
    '30',
    null,
    null,
    null,
  ])
})

test('a row of sums is no payment, and is held against the lines above it', () => {
  const read = (...more: readonly (readonly string[])[]) =>
    listLines(rows(['姓名', '付款编号', '代扣个税'], ...more))
  const lines = [
    ['甲', 'R-1', '100.00'],
    ['乙', 'R-2', '0.01'],
  ]
  for (const sum of [
    ['合 计', '', '100.01'],
    ['', '总计', '¥100.01'],
    ['Total', '', '100.01元'],
  ]) {
    const found = read(...lines, sum)
    expect([found?.lines.length, found?.wrongSums]).toEqual([2, []])
  }
  const wrong = read(...lines, ['合计', '', '100.00'])
  expect(wrong?.wrongSums).toMatchObject([{ row: 4, reference: '合计', linesFen: '10001' }])
  expect(read(...lines, ['合计', '', '约一百'])?.wrongSums).toHaveLength(1)
  // Sums of parts, and of the whole at the end.
  const parts = [...lines, ['小计', '', '100.01'], ['丙', 'R-3', '5'], ['小计', '', '5']]
  expect(read(...parts, ['合计', '', '105.01'])).toMatchObject({ wrongSums: [] })
  // Somebody who is called so is somebody; and what names no payment nor a sum is a line that does not fit.
  expect(read(['合计宝', 'R-4', '1'])?.lines).toHaveLength(1)
  expect(read(['丁', '', '1'])?.lines).toMatchObject([{ reference: '' }])
})

test('every sheet that has the columns is read, and each line says of which it is', () => {
  const head = ['付款编号', '代扣个税']
  const both = [
    sheet('封面', ['说明']),
    sheet('内科', head, ['R-1', '1']),
    sheet('外科', head, ['R-2', '2']),
  ]
  expect(listLines(both)?.lines.map((line) => [line.sheet, line.row, line.reference])).toEqual([
    ['内科', 2, 'R-1'],
    ['外科', 2, 'R-2'],
  ])
  // A template beside the filled sheet says nothing.
  const filled = [sheet('模板', head), sheet('十一月', head, ['R-1', '1'])]
  expect(listLines(filled)?.lines).toMatchObject([{ sheet: null, reference: 'R-1' }])
})
