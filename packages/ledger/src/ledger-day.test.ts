import { expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import { compareDays, isDayFormat, parseDay } from './ledger-day.ts'

const text = (value: string): Cell => ({ kind: 'text', text: value })
const number = (value: string, format?: string): Cell => ({
  kind: 'number',
  text: value,
  ...(format === undefined ? {} : { format }),
})

test.each([
  '2024-03-05',
  '2024/3/5',
  '2024.3.5',
  '2024.03.05',
  '2024年3月5日',
  '2024年03月05日 ',
  '2024年3月5号',
  '2024 年 3 月 5 日',
  '２０２４．３．５',
  '20240305',
  '2024-03-05 00:00:00',
  '2024-03-05T08:30:00Z',
  '2024年3月5日 8:30',
  '二〇二四年三月五日',
  '2024–3–5',
  '45356',
])('%s is 5 March 2024 and nothing is told', (raw) => {
  expect(parseDay(text(raw))).toEqual({ value: '2024-03-05', problems: [] })
})

test.each([
  ['45356', 'yyyy-mm-dd', '2024-03-05'],
  ['45356', '[$-804]yyyy"年"m"月"', '2024-03-05'],
  ['45356.75', 'yyyy/m/d h:mm', '2024-03-05'],
  ['45356', undefined, '2024-03-05'],
  ['20240305', undefined, '2024-03-05'],
  ['1', 'm/d/yy', '1899-12-31'],
])('the number %s shown as %s is %s', (value, format, day) => {
  expect(parseDay(number(value, format))).toEqual({ value: day, problems: [] })
})

test.each([
  ['2024年3月', '2024-03', 'date_precision_month'],
  ['2024.03', '2024-03', 'date_precision_month'],
  ['2024-3', '2024-03', 'date_precision_month'],
  ['202403', '2024-03', 'date_precision_month'],
  ['2021.1', '2021-01', 'date_precision_month'],
  ['2024', '2024', 'date_precision_year'],
  ['2024年', '2024', 'date_precision_year'],
  ['24.3.5', '2024-03-05', 'date_two_digit_year'],
  ['24/03/05', '2024-03-05', 'date_two_digit_year'],
  ['24年3月5日', '2024-03-05', 'date_two_digit_year'],
  ['2024年2月30日', null, 'date_impossible'],
  ['2021.13.5', null, 'date_impossible'],
  ['2023/2/29', null, 'date_impossible'],
  ['20230431', null, 'date_impossible'],
  ['202313', null, 'date_impossible'],
  ['不详', null, 'date_unreadable'],
  ['待补', null, 'date_unreadable'],
  ['2020年上半年', null, 'date_unreadable'],
  ['3/5/2024', null, 'date_ambiguous'],
])('the text %s is read as %s and told as %s', (raw, value, problem) => {
  expect(parseDay(text(raw))).toEqual({ value, problems: [problem] })
})

test.each([
  ['2021.1', undefined, null, 'date_ambiguous'],
  ['2021.1', '0.00', '2021-10', 'date_precision_month'],
  ['2021.11', undefined, '2021-11', 'date_precision_month'],
  ['2021.05', undefined, '2021-05', 'date_precision_month'],
  ['2021.3', undefined, '2021-03', 'date_precision_month'],
  ['202106', undefined, '2021-06', 'date_precision_month'],
  ['2021', undefined, '2021', 'date_precision_year'],
  ['3.5', undefined, null, 'date_unreadable'],
])('the number %s shown as %s is read as %s and told as %s', (raw, format, value, problem) => {
  expect(parseDay(number(raw, format))).toEqual({ value, problems: [problem] })
})

test.each(['', '/', '—', '无', '未发表', '未登记', '尚未授权'])(
  '%j says that there is no day',
  (raw) => {
    expect(parseDay(text(raw))).toEqual({ value: null, problems: [] })
  },
)

test('days on either side of a month that only names itself are not reversed', () => {
  expect(compareDays('2024-03', '2024-03-31')).toBe(0)
  expect(compareDays('2024', '2024-01')).toBe(0)
  expect(compareDays('2024-02-29', '2024-03')).toBeLessThan(0)
  expect(compareDays('2024-04', '2024-03-31')).toBeGreaterThan(0)
})

test('formats that show days are told from those that show numbers', () => {
  const days = ['yyyy-mm-dd', 'm/d/yy', 'yyyy.mm.dd', 'mmm-yy', 'yyyy"年"m"月"', 'm"月"d"日"']
  const numbers = ['0.00', '#,##0.00_);[Red](#,##0.00)', '"第"0"年"', '0!.0,', 'h:mm', '000000']
  expect(days.filter((format) => !isDayFormat(format))).toEqual([])
  expect(numbers.filter(isDayFormat)).toEqual([])
})
