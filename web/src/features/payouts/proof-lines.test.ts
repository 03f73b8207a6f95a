import { expect, test } from 'vitest'
import { proofLines, proofSheets, taxLines } from './proof-lines.ts'

const head = '付款编号,收款人,金额（元）,用途,结果（成功/退回）,退回原因'

test('the file that went out comes back with its results', () => {
  const text = `\uFEFF${head}\r\nAB-00001,"甲,示例",420000.00,奖励,成功,\r\nAB-00002,乙示例,280000.00,奖励,退回,户名不符\r\nAB-00003,丙示例,1.00,奖励,,\r\n`
  expect(proofLines(text)).toEqual({
    lines: [
      { reference: 'AB-00001', amountFen: '42000000', outcome: 'paid' },
      { reference: 'AB-00002', amountFen: '28000000', outcome: 'returned', reason: '户名不符' },
    ],
  })
})

test('in English, parted by tabs, a failure is a return', () => {
  const text = 'Reference\tAmount (CNY)\tResult\nAB-00001\t1,000.50\tpaid\nAB-00002\t2\tfailed'
  expect(proofLines(text)).toMatchObject({
    lines: [
      { amountFen: '100050', outcome: 'paid' },
      { amountFen: '200', outcome: 'returned' },
    ],
  })
})

const taxed =
  '付款编号,收款人,税前应发（元）,代扣个税（空白为未登记）（元）,金额（元）,结果（成功/退回）'

test('what was withheld is read beside what was paid; a blank says nothing', () => {
  const text = `${taxed}\nAB-00001,甲,420000.00,42000.01,377999.99,成功\nAB-00002,乙,1.00,,1.00,成功`
  expect(proofLines(text)).toEqual({
    lines: [
      {
        ...{ reference: 'AB-00001', amountFen: '37799999', outcome: 'paid' },
        withheldFen: '4200001',
      },
      { reference: 'AB-00002', amountFen: '100', outcome: 'paid' },
    ],
  })
  expect(taxLines(text)).toEqual({ lines: [{ reference: 'AB-00001', withheldFen: '4200001' }] })
  expect(taxLines(`${taxed}\nAB-00001,甲,1.00,若干,1.00,`)).toEqual({ wrong: 'noTax', at: 2 })
  expect(taxLines('a,b\n1,2')).toEqual({ wrong: 'noHeadings', at: 1 })
})

test.each([
  ['noHeadings', 1, 'a,b\n1,2'],
  ['noResult', 2, `${head}\nAB-00001,甲,1.00,,处理中,`],
  // What was not paid is not paid, and what did not come back did not.
  ...['未成功', '未完成', 'unpaid', 'not paid', 'unsuccessful', '未退回', 'not returned'].map(
    (result) => ['noResult', 2, `${head}\nAB-00001,甲,1.00,,${result},`] as const,
  ),
  ['noAmount', 3, `${head}\nAB-00001,甲,1.00,,成功,\nAB-00002,乙,一元,,成功,`],
  ['nothing', 0, head],
])('what is no answer is told with its line: %s', (wrong, at, text) => {
  expect(proofLines(text)).toEqual({ wrong, at })
})

test('what else is withheld is not taken for tax, and of two columns of tax none is chosen', () => {
  const table = '付款编号\t代扣社保\t代扣个税\t金额\t结果\nAB-00001\t800\t3\t97\t成功'
  expect(taxLines(table)).toEqual({ lines: [{ reference: 'AB-00001', withheldFen: '300' }] })
  expect(proofLines(table)).toMatchObject({ lines: [{ withheldFen: '300' }] })
  expect(taxLines('付款编号,代扣社保\nAB-00001,800')).toEqual({ wrong: 'noHeadings', at: 1 })
  const both = '付款编号,累计代扣个税,本期代扣个税,金额,结果\nAB-00001,9,3,97,成功'
  expect(taxLines(both)).toEqual({ wrong: 'noHeadings', at: 1 })
  expect(proofLines(both)).toEqual({ wrong: 'noHeadings', at: 1 })
})

test('of several sheets the one that has the columns is the answer', () => {
  const notes = { rows: [{ row: 1, cells: ['说明'] }] }
  const rows = [
    { row: 1, cells: ['付款清单'] },
    { row: 3, cells: ['付款编号', '金额（元）', '结果（成功/退回）'] },
    { row: 4, cells: ['AB-00001', '1.00', '成功'] },
  ]
  expect(proofSheets([notes, { rows }])).toEqual({
    lines: [{ reference: 'AB-00001', amountFen: '100', outcome: 'paid' }],
  })
  const odd = { row: 7, cells: ['AB-00002', '约一元', '成功'] }
  expect(proofSheets([{ rows: [...rows, odd] }])).toEqual({ wrong: 'noAmount', at: 7 })
  expect(proofSheets([notes])).toEqual({ wrong: 'noHeadings', at: 1 })
  expect(proofSheets([])).toEqual({ wrong: 'noHeadings', at: 1 })
})
