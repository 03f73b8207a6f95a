import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from './allocate.ts'
import { fen } from './fen.ts'
import { add, compare, div, mul, ratio, sub } from './ratio.ts'

const amounts = fc.bigInt(0n, 10n ** 15n)
const weights = fc
  .array(fc.bigInt(0n, 10_000n), { minLength: 1, maxLength: 20 })
  .filter((list) => list.some((weight) => weight > 0n))

test('no fen is lost, none is invented, nobody is off by a whole fen', () => {
  fc.assert(
    fc.property(amounts, weights, (total, list) => {
      const shares = list.map((weight) => ratio(weight))
      const { parts } = allocate(fen(total), shares)
      expect(parts.reduce((a, b) => a + b, 0n)).toBe(total)
      const sum = shares.reduce(add, ratio(0))
      for (const [line, part] of parts.entries()) {
        const exact = div(mul(ratio(total), shares[line] ?? ratio(0)), sum)
        const drift = sub(ratio(part), exact)
        expect(compare(drift, ratio(1)) < 0 && compare(drift, ratio(-1)) > 0).toBe(true)
      }
    }),
  )
})

test('equal remainders go to the earlier line; an exact share receives nothing extra', () => {
  const thirds = allocate(fen(100n), [ratio(1), ratio(1), ratio(1)])
  expect(thirds).toEqual({ parts: [34n, 33n, 33n], extra: [0] })
  expect(allocate(fen(4n), [ratio(3), ratio(2), ratio(1)]).parts).toEqual([2n, 1n, 1n])
})
