import { expect, test } from 'vitest'
import { csvOf, yuanCell } from './csv.ts'

const column = [{ heading: '名称', value: (row: string | number | null) => row }]
const shown = (value: string | number | null) => csvOf(column, [value]).split('\r\n')[1]

test('the file begins with the mark of UTF-8 and ends its lines as spreadsheets expect', () => {
  expect(csvOf(column, ['甲'])).toBe('\uFEFF名称\r\n甲\r\n')
})

test.each([
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['+8613800000000', "'+8613800000000"],
  ['-1+2', "'-1+2"],
  ['@SUM(1)', "'@SUM(1)"],
  ['＝1+1', "'＝1+1"],
  ['\t=1', "'\t=1"],
])('%j cannot run as a formula', (text, safe) => {
  expect(shown(text)).toBe(safe)
})

test.each([
  ['-500.00', '-500.00'],
  [12, '12'],
  ['a,"b"', '"a,""b"""'],
  ['一\n二', '"一\n二"'],
  [null, ''],
])('%j stays what it is', (value, text) => {
  expect(csvOf(column, [value])).toBe(`\uFEFF名称\r\n${text}\r\n`)
})

test.each([
  ['-500000', '-5000.00'],
  ['5', '0.05'],
  ['0', '0.00'],
  [null, ''],
])('%s fen are %s yuan', (fen, text) => expect(yuanCell(fen)).toBe(text))
