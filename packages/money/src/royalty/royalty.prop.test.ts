import { ratio } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Band, checkBands, royaltyOn } from './royalty.ts'

/** Bands of some width, each with a rate in thousandths. */
const bandsUpTo = (most: number) =>
  fc
    .record({
      widths: fc.array(fc.bigInt(1n, 40n), { maxLength: 4 }),
      rates: fc.array(fc.integer({ min: 0, max: most }), { minLength: 5, maxLength: 5 }),
    })
    .map(({ widths, rates }): readonly Band[] => {
      let top = 0n
      const ended = widths.map((width, at) => {
        top += width
        return { upTo: top, rate: ratio(rates[at] ?? 0, 1000) }
      })
      return [...ended, { upTo: null, rate: ratio(rates[4] ?? 0, 1000) }]
    })

/** Shares of sales, to all of them. */
const bands = bandsUpTo(1000)
/** Fen for a piece, however dear. */
const byPiece = bandsUpTo(90_000_000)

/** Unit after unit of the sales, each at the rate of its band; in thousandths. */
function slow(rows: readonly Band[], first: bigint, last: bigint): bigint {
  let thousandths = 0n
  for (let unit = first; unit < last; unit += 1n) {
    const row = rows.find(({ upTo }) => upTo === null || unit < upTo)
    if (row) thousandths += (row.rate.n * 1000n) / row.rate.d
  }
  return thousandths
}

test('bands are what a slow calculator makes of each unit sold', () => {
  const counts = fc.constantFrom('period' as const, 'life' as const)
  const sales = fc.bigInt(0n, 250n)
  const least = fc.bigInt(0n, 60n)
  fc.assert(
    fc.property(bands, counts, sales, sales, least, (rows, counts, before, sold, minimum) => {
      const start = counts === 'life' ? before : 0n
      const thousandths = slow(rows, start, start + sold)
      const earned = (thousandths + 500n) / 1000n
      const found = royaltyOn({ bands: rows, counts, minimum }, sold, before)
      expect(found.earned).toBe(earned)
      expect(found.due).toBe(earned > minimum ? earned : minimum)
      expect(found.parts.reduce((sum, part) => sum + part.sales, 0n)).toBe(sold)
    }),
  )
})

test('over the life of a contract it is one however the sales fall into periods', () => {
  fc.assert(
    fc.property(bands, fc.bigInt(0n, 200n), fc.bigInt(0n, 200n), (rows, one, other) => {
      const term = { bands: rows, counts: 'life' as const, minimum: 0n }
      const exact = (sold: bigint, before: bigint) =>
        royaltyOn(term, sold, before).parts.reduce(
          (sum, part) => sum + (part.exact.n * 1000n) / part.exact.d,
          0n,
        )
      expect(exact(one, 0n) + exact(other, one)).toBe(exact(one + other, 0n))
    }),
  )
})

test('so are bands by the piece, period by period: each is stated once, and none is lost between', () => {
  const counts = fc.constantFrom('period' as const, 'life' as const)
  const periods = fc.array(fc.bigInt(0n, 120n), { minLength: 1, maxLength: 5 })
  const least = fc.bigInt(0n, 900_000n)
  fc.assert(
    fc.property(byPiece, counts, periods, least, (rows, how, sold, minimum) => {
      expect(() => checkBands(rows, 'bands', true)).not.toThrow()
      let before = 0n
      for (const pieces of sold) {
        const start = how === 'life' ? before : 0n
        const found = royaltyOn({ bands: rows, counts: how, minimum }, pieces, before)
        const earned = (slow(rows, start, start + pieces) + 500n) / 1000n
        expect([found.earned, found.due]).toEqual([earned, earned > minimum ? earned : minimum])
        expect(found.parts.reduce((sum, part) => sum + part.sales, 0n)).toBe(pieces)
        before += pieces
      }
    }),
  )
})

test('a piece may cost more than one fen, and never less than nothing', () => {
  const dear = [{ upTo: null, rate: ratio(12_500) }]
  expect(() => checkBands(dear, 'bands')).toThrow()
  expect(() => checkBands(dear, 'bands', true)).not.toThrow()
  expect(() => checkBands([{ upTo: null, rate: ratio(-1) }], 'bands', true)).toThrow()
  const { earned } = royaltyOn({ bands: dear, counts: 'period', minimum: 0n }, 7n, 0n)
  expect(earned).toBe(87_500n)
})

test.each([
  ['a last band with an end', [{ upTo: 5n, rate: ratio(1, 10) }]],
  [
    'bands that fall',
    [
      { upTo: 5n, rate: ratio(1, 10) },
      { upTo: 4n, rate: ratio(1, 10) },
      { upTo: null, rate: ratio(1, 10) },
    ],
  ],
  ['more than everything', [{ upTo: null, rate: ratio(11, 10) }]],
])('refuses %s', (_what, rows) => {
  expect(() => checkBands(rows, 'bands')).toThrow()
})
