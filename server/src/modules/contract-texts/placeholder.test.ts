import { expect, test } from 'vitest'
import { amountIn, filled, isTorn, maskedAccount, namesIn, unknownIn } from './placeholder.ts'

test('a text is filled, and what nobody said stays a blank that is told', () => {
  const values: Readonly<Record<string, string>> = { 甲方: '示例医院' }
  expect(filled('甲方：{{甲方}}，乙方：{{ 乙方 }}。', (name) => values[name])).toEqual([
    { text: '甲方：' },
    { text: '示例医院' },
    { text: '，乙方：' },
    { text: '________', blank: '乙方' },
    { text: '。' },
  ])
  expect(namesIn('{{甲方}}{{甲方}}{{乙方}}')).toEqual(['甲方', '乙方'])
})

test('only placeholders of the list are known, and braces come in pairs', () => {
  expect(unknownIn('{{甲方}}和{{甲方手机号}}')).toEqual(['甲方手机号'])
  expect([isTorn('{{甲方}}'), isTorn('{{甲方}'), isTorn('甲方}}'), isTorn('{甲方}')]).toEqual([
    ...[false, true, true, false],
  ])
})

test.each([
  ['总金额为人民币 1,200,000 元', '人民币 1'],
  ['首付120万元', '120万元'],
  ['大写壹佰贰拾万元整', '壹佰贰拾万元'],
  ['按销售额的 5% 提成', '5%'],
  ['USD 30000 on signature', 'USD 3'],
  ['￥500', '￥5'],
])('a payment clause that writes money itself is found out: %s', (text, found) => {
  expect(amountIn(text)).toBe(found)
})

test('days, articles and placeholders are no money', () => {
  const text = '甲方收到{{合同金额}}后30日内，依第3条开具发票；逾期的按日计算，以二元方式处理。'
  expect(amountIn(text)).toBeUndefined()
})

test('of an account only the end is kept', () => {
  expect(maskedAccount('示例银行 6222 0212 3456 7890 123')).toBe('示例银行 ***************0123')
  expect(maskedAccount('电话 1234567')).toBe('电话 1234567')
})
