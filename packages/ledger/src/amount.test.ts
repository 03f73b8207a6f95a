import { describe, expect, test } from 'vitest'
import { parseAmount, unitIn } from './amount.ts'
import type { Cell } from './cell.ts'

const text = (value: string): Cell => ({ kind: 'text', text: value })
const number = (value: string, format?: string): Cell => ({
  kind: 'number',
  text: value,
  ...(format === undefined ? {} : { format }),
})

test.each([
  // The header rules where the cell names no unit.
  ['93.8', '万元', 93_800_000n],
  ['93.8', '元', 9380n],
  ['２５００', '万元', 2_500_000_000n],
  ['　145 ', '万元', 145_000_000n],
  ['1,635.5', '千元', 163_550_000n],
  ['人民币255', '万元', 255_000_000n],
  // A unit or a sign of yuan in the cell beats it.
  ['￥376,000.00', '万元', 37_600_000n],
  ['¥ 20,300.00', '元', 2_030_000n],
  ['1,750,000元', '万元', 175_000_000n],
  ['30万', '元', 30_000_000n],
  ['58.5 万元', '元', 58_500_000n],
  ['1.2亿元', '万元', 12_000_000_000n],
  ['人民币255万元整', '元', 255_000_000n],
  ['80万元（含税）', '元', 80_000_000n],
  // Capital characters, with and without a word before them.
  ['壹佰肆拾万陆仟伍佰圆整', '万元', 140_650_000n],
  ['人民币壹佰叁拾万圆整', '万元', 130_000_000n],
  ['零元整', '元', 0n],
  ['叁元零伍分', '万元', 305n],
  ['￥2,850,000.00（大写：人民币贰佰捌拾伍万元整）', '万元', 285_000_000n],
  // Brackets are negative, and so is a minus.
  ['(5,000.00)', '元', -500_000n],
  ['（0.5万）', '元', -500_000n],
  ['-12.5', '元', -1250n],
  // These say nothing.
  ...['', ' ', '/', '—', '-', '无', '　'].map((empty) => [empty, '元', null] as const),
])('%s under %s is %s fen', (raw, unit, fen) => {
  expect(parseAmount(text(raw), unit)).toMatchObject({ fen, problems: [] })
})

test.each([
  ['待评估', 'amount_unreadable', null],
  ['数十万', 'amount_unreadable', null],
  ['约30万', 'amount_unreadable', null],
  ['30万左右', 'amount_unreadable', null],
  ['50-80万', 'amount_range', null],
  ['50万至80万', 'amount_range', null],
  ['5000～8000', 'amount_range', null],
  ['40万+销售额提成', 'amount_composite', 40_000_000n],
  ['9万元，另按里程碑支付', 'amount_composite', 9_000_000n],
  ['USD 50,000', 'amount_foreign_currency', null],
  ['5万美元', 'amount_foreign_currency', null],
  ['$5,000', 'amount_foreign_currency', null],
  ['￥230,000.00（大写：人民币贰拾肆万元整）', 'amount_capital_mismatch', 23_000_000n],
] as const)('%s is told as %s', (raw, problem, fen) => {
  expect(parseAmount(text(raw), '万元')).toMatchObject({ fen, problems: [problem] })
})

describe('numbers', () => {
  test.each([
    ['1250.00000000005', '万元', 1_250_000_000n],
    ['142800.0000000001', '元', 14_280_000n],
    ['0.285', '元', 29n],
    ['1.26e+7', '元', 1_260_000_000n],
    ['-5000', '元', -500_000n],
  ])('%s under %s is rounded to the fen', (value, unit, fen) => {
    expect(parseAmount(number(value), unit)).toEqual({ fen, problems: [], byHeader: true })
  })

  test('a format that shrinks the number is read as shown', () => {
    const shown = { fen: 128_600_000n, problems: ['scaled_number_format'] }
    expect(parseAmount(number('1286000', '0!.0,'), '万元')).toMatchObject(shown)
    expect(parseAmount(number('1286000', '0\\.0,'), '万元')).toMatchObject(shown)
    expect(parseAmount(number('1286000', '0"."0,"万元"'), '元')).toMatchObject(shown)
    expect(parseAmount(number('1286000', '#,##0,'), '千元')).toMatchObject(shown)
  })

  test('formats that only dress the number change nothing', () => {
    const plain = { fen: 13_000_000n, problems: [] }
    for (const format of [
      '#,##0.00',
      '0.00_ ',
      '¥#,##0.00',
      '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
      '#,##0.00_);[Red](#,##0.00)',
    ])
      expect(parseAmount(number('130000', format), '元')).toMatchObject(plain)
  })

  test('a unit in the format beats the header', () => {
    expect(parseAmount(number('12.5', '0.00"万元"'), '元').fen).toBe(12_500_000n)
  })
})

test.each([
  ['预估价值（万元）', '万元'],
  ['研发投入(万元)', '万元'],
  ['已到账\n（元）', '元'],
  ['价款（单位：千元）', '千元'],
  ['金额单位：元', '元'],
  ['合同额（万）', '万元'],
  ['合同额（人民币亿元）', '亿元'],
  ['金额单位：人民币万元', '万元'],
  ['净收入', undefined],
  ['委托方（甲方）', undefined],
])('the unit in %s is %s', (header, unit) => {
  expect(unitIn(header)).toBe(unit)
})
