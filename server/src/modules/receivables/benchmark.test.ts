import { parseRatio } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { amountSpread, benchmarkOf, type Deal, rateSpread } from './benchmark.ts'

const deal = (total: bigint | null, upfront: bigint | null, rate: string | null): Deal => ({
  ...{ year: '2025', mode: 'license', exclusivity: 'plain', totalFen: total, upfrontFen: upfront },
  rate: rate === null ? null : parseRatio(rate),
})

test.each([
  ['', undefined],
  ['5 1', undefined],
  ['5 1 3', '3 1 3 5'],
  ['5 1 2 4', '4 1 3 5'],
  // The middle between 2 and 3 fen is rounded down.
  ['2 3 1 9', '4 1 2 9'],
])('the spread of %s is %s', (values, wanted) => {
  const spread = amountSpread(values.split(' ').filter(Boolean).map(BigInt))
  const told = spread && [spread.count, spread.low, spread.median, spread.high].join(' ')
  expect(told).toBe(wanted)
})

test('the middle of rates is exact', () => {
  const rates = ['1%', '2%', '3%', '10%'].map((one) => parseRatio(one))
  expect(rateSpread(rates)?.median).toEqual(parseRatio('2.5%'))
})

test('of fewer than three nothing but their number is told', () => {
  const two = [deal(100n, 10n, '3%'), deal(200n, 20n, '4%')]
  expect(benchmarkOf(two)).toEqual({ count: 2, upfront: null, total: null, rate: null, deals: [] })
})

test('what is known of fewer than three of many deals is not told either', () => {
  const three = [deal(100n, 10n, '3%'), deal(200n, null, '4%'), deal(300n, 30n, '5%')]
  const told = benchmarkOf(three)
  expect(told.total).toEqual({ count: 3, low: '100', median: '200', high: '300' })
  expect(told.upfront).toBe(null)
  expect(told.rate).toEqual({ count: 3, low: '3%', median: '4%', high: '5%' })
  expect(told.deals).toHaveLength(3)
})
