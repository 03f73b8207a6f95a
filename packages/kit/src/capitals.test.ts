import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inCapitals } from './capitals.ts'
import { parseYuan } from './fen.ts'

describe('an amount in capitals', () => {
  test.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['1', '壹元整'],
    ['10', '壹拾元整'],
    ['15.08', '壹拾伍元零捌分'],
    ['1,086,400.50', '壹佰零捌万陆仟肆佰元伍角整'],
    ['1,000,000', '壹佰万元整'],
    ['10,000,001', '壹仟万零壹元整'],
    ['100,000,000', '壹亿元整'],
    ['100,010,000', '壹亿零壹万元整'],
    ['120,300,450.67', '壹亿贰仟零叁拾万零肆佰伍拾元陆角柒分'],
    ['10,002,000', '壹仟万贰仟元整'],
    ['1,000,000,000,000', '壹万亿元整'],
    ['1,500,000,000,000', '壹万伍仟亿元整'],
    ['-3.20', '负叁元贰角整'],
  ])('of %s yuan is %s', (yuan, capitals) => {
    expect(inCapitals(parseYuan(yuan))).toBe(capitals)
  })

  test('reads back to the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_99n }), (fen) => {
        expect(readBack(inCapitals(fen as Parameters<typeof inCapitals>[0]))).toBe(fen)
      }),
    )
  })
})

/** A slow reader that shares nothing with the writer. */
function readBack(text: string): bigint {
  const digits = '零壹贰叁肆伍陆柒捌玖'
  const [whole = '', rest = ''] = text.includes('元') ? text.split('元') : ['', text]
  let total = 0n
  let section = 0n
  let digit = 0n
  for (const sign of whole) {
    if (digits.includes(sign)) digit = BigInt(digits.indexOf(sign))
    else if (sign === '亿' || sign === '万') {
      section += digit
      digit = 0n
      const scale = sign === '亿' ? 100_000_000n : 10_000n
      total = sign === '亿' ? (total + section) * scale : total + section * scale
      section = 0n
    } else {
      section += digit * { 拾: 10n, 佰: 100n, 仟: 1000n }[sign as '拾' | '佰' | '仟']
      digit = 0n
    }
  }
  const jiao = /(.)角/.exec(rest)?.[1] ?? '零'
  const fen = /(.)分/.exec(rest)?.[1] ?? '零'
  const cents = BigInt(digits.indexOf(jiao) * 10 + digits.indexOf(fen))
  return (total + section + digit) * 100n + cents
}
