import { expect, test } from 'vitest'
import { listLines } from './tax-list.ts'

const rows = (...cells: readonly (readonly string[])[]) => [
  [{ row: 1, cells: ['说明'] }],
  cells.map((each, at) => ({ row: at + 1, cells: each })),
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
    listLines(list)?.map(({ row, reference, withheldFen }) => [row, reference, withheldFen]),
  ).toEqual([
    [3, 'AB12CD34-00001', '120050'],
    [5, 'AB12CD34-00003', '0'],
    [6, 'AB12CD34-00004', null],
    [7, 'AB12CD34-00005', null],
  ])
  expect(listLines(rows(['Reference', 'Tax withheld (CNY)'], ['R-1', '3']))).toHaveLength(1)
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
  expect(listLines(list)?.map(({ withheldFen }) => withheldFen)).toEqual(['300'])
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
  expect(list?.map(({ withheldFen }) => withheldFen)).toEqual(['123456', '30', null, null, null])
})
