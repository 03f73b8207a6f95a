import { expect, test } from 'vitest'
import { countryIn } from './country.ts'
import { readLedger } from './read-ledger.ts'
import { sheetOf } from './testing/sheet.ts'

test.each([
  ['美国', 'US'],
  ['US', 'US'],
  ['欧专局（EPO）', 'EP'],
  ['日本特许厅', 'JP'],
  ['中国台湾', 'TW'],
  ['de', 'DE'],
  ['印尼', 'ID'],
  ['中国', undefined],
  ['国家知识产权局', undefined],
  ['—', undefined],
  ['某国', undefined],
])('%s is %s', (text, code) => {
  expect(countryIn(text)).toBe(code)
})

test('a patent of a ledger names its country, whose number keeps its own form', () => {
  const rows = [
    ['专利名称', '申请号', '国家/地区', '申请日', '法律状态'],
    ['一种示例支架', '16/123,456', '美国', '2019-03-02', '授权'],
    ['一种示例敷料', '18275163.6', 'EP', '2018-10-17', '实审'],
    ['一种示例夹具', 'CN202110000001.3', '中国', '2021-03-02', '授权'],
    ['一种示例钳', '16/123,457', '', '2021-03-02', '授权'],
  ]
  const { tables, problems } = readLedger([sheetOf('专利', rows)], '2026-03-02')
  expect(tables[0]?.records).toMatchObject([
    { country: 'US', applicationNo: '16/123,456' },
    { country: 'EP', applicationNo: '18275163.6' },
    { country: null, applicationNo: expect.stringMatching(/^202110000001\./) },
    { title: '一种示例钳' },
  ])
  // Only where no country is told a number must be Chinese.
  const told = problems.filter(({ code }) => code === 'patent_number_format')
  expect(told.map(({ row }) => row)).toEqual([5])
})
