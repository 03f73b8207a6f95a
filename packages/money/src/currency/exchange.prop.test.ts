import { mul, ratio, sub } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currencyCodes, inFen, nearest, parseRate } from './exchange.ts'

const rates = fc
  .record({ n: fc.bigInt(1n, 10n ** 9n), d: fc.bigInt(1n, 10n ** 5n) })
  .map(({ n, d }) => ratio(n, d))

test('an amount in fen is off by half a fen at most, and a refund mirrors its receipt', () => {
  const minors = fc.bigInt(-(10n ** 14n), 10n ** 14n)
  fc.assert(
    fc.property(fc.constantFrom(...currencyCodes), minors, rates, (currency, minor, rate) => {
      const found = inFen({ currency, minor }, rate)
      const scale = currency === 'JPY' || currency === 'KRW' ? 100n : 1n
      const whole = ratio(minor * scale)
      const off = sub(ratio(found), currency === 'CNY' ? ratio(minor) : mul(whole, rate))
      expect(2n * (off.n < 0n ? -off.n : off.n) <= off.d).toBe(true)
      expect(inFen({ currency, minor: -minor }, rate)).toBe(-found)
    }),
  )
})

test.each([
  ['0.5', 1n],
  ['-0.5', -1n],
  ['0.4999', 0n],
  ['2.5', 3n],
])('half a fen goes away from zero: %s', (text, expected) => {
  expect(nearest(text.startsWith('-') ? ratio(-1, 2) : parseRate(text))).toBe(expected)
})

test.each(['0', '-7', 'x'])('a rate of %s is refused', (text) => {
  expect(() => parseRate(text)).toThrow()
})
