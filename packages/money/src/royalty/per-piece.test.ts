import { parseRatio } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { perPieceMinor, perPieceText } from './per-piece.ts'

test.each([
  ['12.5', 'CNY', '1250', '12.50'],
  ['1,250', 'CNY', '125000', '1250.00'],
  ['0.005', 'CNY', '1/2', '0.005'],
  ['0.123456', 'USD', '7716/625', '0.123456'],
  ['3', 'JPY', '3', '3'],
  ['3.5', 'JPY', '7/2', '3.5'],
  ['1/3', 'CNY', '100/3', '1/3'],
] as const)('%s %s is %s of the smallest unit and reads %s', (typed, currency, minor, text) => {
  expect(perPieceMinor(typed, currency)).toBe(minor)
  expect(perPieceText(parseRatio(minor), currency)).toBe(text)
})

test.each(['', '-1', '1.1234567', 'x', '1e3', '5%', '1/0', '1/'])(
  '%j is no amount for a piece',
  (typed) => {
    expect(() => perPieceMinor(typed, 'CNY')).toThrow()
  },
)

test('what is written down reads as it was typed; a third stays a fraction', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 12n), (millionths) => {
      const text = `${millionths / 1_000_000n}.${`${millionths % 1_000_000n}`.padStart(6, '0')}`
      const read = perPieceText(parseRatio(perPieceMinor(text, 'CNY')), 'CNY')
      expect(Number(read)).toBe(Number(text))
      expect(perPieceMinor(read, 'CNY')).toBe(perPieceMinor(text, 'CNY'))
    }),
  )
  expect(perPieceText({ n: 100n, d: 3n }, 'CNY')).toBe('1/3')
})
