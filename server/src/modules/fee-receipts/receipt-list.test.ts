import { expect, test } from 'vitest'
import { matched } from './matching.ts'
import { receiptLines } from './receipt-list.ts'

const sheet = (...cells: readonly (readonly string[])[]) => [
  { name: '表', rows: cells.map((each, at) => ({ row: at + 1, cells: each })) },
]

test('lines are read by the headings, and a surcharge belongs to its fee', () => {
  const lines = receiptLines(
    sheet(
      ['示例医院缴费信息'],
      ['序号', '申请号', '费用种类', '缴费金额（元）', '收据号', '缴费日期'],
      ['1', '2019100000010', '发明专利第8年年费', '2,000.00', 'SJ-1', '2026/5/12'],
      ['2', '2019100000010', '年费滞纳金', '¥200', 'SJ-1', '2026/5/12'],
      ['3', '2019100000028', '发明专利第十二年年费', '约 20', 'SJ-2', '2026-02-30'],
      ['4', '2019100000028', '发明专利实质审查费', '2500', 'SJ-3', '2026年5月12日'],
      ['合计', '', '', '4700', '', ''],
    ),
  )
  const told = lines?.map(({ row, kind, year, fen, paidOn }) => [row, kind, year, fen, paidOn])
  expect(told).toEqual([
    [3, 'annual', 8, '220000', '2026-05-12'],
    [5, 'annual', 12, null, null],
    [6, 'other', null, '250000', '2026-05-12'],
  ])
})

test('the pay file comes back with its receipts, in either language', () => {
  const zh = ['申请号', '名称', '费用种类', '年费', '滞纳金', '合计', '缴费日', '回执号']
  const line = ['201910000001.0', '甲', '第 8 年度年费', '2000.00', '200.00', '2200.00']
  const [read] = receiptLines(sheet(zh, [...line, '2026-05-12', 'SJ-1'])) ?? []
  expect(read).toMatchObject({ year: 8, fen: '220000', receipt: 'SJ-1', paidOn: '2026-05-12' })
  expect(receiptLines(sheet(zh, [...line, '', '']))).toEqual([])
  const en = ['Number', 'Title', 'Fee', 'Total (CNY)', 'Paid on', 'Receipt']
  const [other] =
    receiptLines(sheet(en, ['1', 'A', 'Annual fee of year 8', '5', '2026-05-12', 'R'])) ?? []
  expect(other).toMatchObject({ kind: 'annual', year: 8, fen: '500' })
})

test('a table without its columns is no list', () => {
  expect(receiptLines(sheet(['申请号', '金额'], ['1', '2']))).toBeUndefined()
})

test('each line settles one fee, or says why it settles none', () => {
  const number = '201910012345.X'
  const rights = [{ id: 'r', number, title: '甲' }]
  const fees = [
    { right: 'r', batch: 'b', year: 8, state: 'open', fen: '200000', receipt: null },
    { right: 'r', batch: 'a', year: 7, state: 'paid', fen: '200000', receipt: 'SJ-7' },
  ] as const
  const base = {
    ...{ sheet: null, row: 1, number, fee: '', typed: '', kind: 'annual', year: 8 },
    ...{ fen: '200000', receipt: 'SJ-8', paidOn: '2026-05-01' },
  } as const
  const stateOf = (...lines: readonly object[]) =>
    matched(
      lines.map((line) => ({ ...base, ...line })),
      rights,
      fees,
      '2026-05-08',
    ).map(({ state }) => state)
  expect(stateOf({}, {})).toEqual(['matched', 'twice'])
  expect(stateOf({ fen: '199999' })).toEqual(['differs'])
  expect(stateOf({ year: 7, receipt: 'SJ-7' }, { year: 7 })).toEqual(['already', 'paidBefore'])
  expect(stateOf({ year: 9 }, { number: '201910012346.X' })).toEqual(['noOpenFee', 'unknownRight'])
  expect(stateOf({ kind: 'other' }, { paidOn: '2026-05-09' })).toEqual(['otherFee', 'unreadable'])
  expect(stateOf({ paidOn: '1926-05-01' })).toEqual(['unreadable'])
})

test('a long list reads each of its lines a few times, not once for each other line', () => {
  const count = 400
  let reads = 0
  const lines = Array.from({ length: count }, (_, at) => ({
    ...{ sheet: null, row: at, fee: '', typed: '', kind: 'annual', year: 8, receipt: 'S' },
    ...{ number: `${at}`, fen: '1', paidOn: '2026-05-01' },
  })) as Parameters<typeof matched>[0]
  const rights = lines.map(({ number }) => ({ id: number, number, title: '甲' }))
  const fees = rights.map(({ id }) => ({
    get right() {
      reads += 1
      return id
    },
    ...{ batch: 'b', year: 8, state: 'open' as const, fen: '1', receipt: null },
  }))
  expect(matched(lines, rights, fees, '2026-05-08').every((one) => one.state === 'matched')).toBe(
    true,
  )
  expect(reads).toBeLessThan(3 * count)
})

test('a surcharge goes to the fee with its receipt where an application has several', () => {
  const head = ['申请号', '费用种类', '缴费金额（元）', '收据号', '缴费日期']
  const of = (fee: string, fen: string, receipt: string) => [
    ...['2019100000010', fee, fen, receipt, '2026-05-12'],
  ]
  const lines = receiptLines(
    sheet(
      head,
      of('发明专利第7年年费', '2000', 'SJ-1'),
      of('发明专利第8年年费', '2000', 'SJ-2'),
      of('年费滞纳金', '200', 'SJ-2'),
      of('年费滞纳金', '100', 'SJ-9'),
    ),
  )
  expect(lines?.map(({ kind, fen }) => [kind, fen])).toEqual([
    ['annual', '200000'],
    ['annual', '220000'],
    ['surcharge', '10000'],
  ])
})
