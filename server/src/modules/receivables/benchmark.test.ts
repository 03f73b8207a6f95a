import { parseRatio } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { benchmarkOf, type Deal, spanAbout, spreadOf } from './benchmark.ts'

const deal = (total: bigint | null, more: Partial<Deal> = {}): Deal => ({
  ...{ year: '2025', mode: 'license', exclusivity: 'plain', kinds: ['device'], field: '骨科植入' },
  ...{ totalFen: total, upfrontFen: null, rate: null },
  ...more,
})
const some = (count: number, more: Partial<Deal> = {}) =>
  Array.from({ length: count }, (_, at) => deal(BigInt(at + 1) * 1_230_000n, more))

test.each([
  [0n, '0 1'],
  [7n, '7 10'],
  [123_456n, '100000 150000'],
  // A value on a rung is told like all others up to the next.
  [200_000n, '200000 300000'],
  [999_999n, '700000 1000000'],
])('%s fen lies within %s', (value, wanted) => {
  const { low, high } = spanAbout(value)
  expect(`${low} ${high}`).toBe(wanted)
})

test('a spread tells of neither end, and nothing to the fen', () => {
  const values = [1n, 2_345_678n, 3_456_789n, 4_567_891n, 99_999_999_999n]
  expect(spreadOf(values.toReversed())).toEqual({
    low: 2_000_000n,
    middle: { low: 3_000_000n, high: 5_000_000n },
    high: 5_000_000n,
  })
  expect(spreadOf(values.slice(1))).toBeUndefined()
})

test('of fewer than five nothing is told, not even how many there are', () => {
  for (const count of [0, 1, 4])
    expect(benchmarkOf(some(count), {})).toEqual({
      ...{ atLeast: 0, withheld: 'few', upfront: null, total: null, rate: null, years: null },
    })
  expect(benchmarkOf(some(5), {}).total).not.toBeNull()
  expect([5, 9, 10, 20].map((count) => benchmarkOf(some(count), {}).atLeast)).toEqual([
    5, 5, 10, 20,
  ])
})

test('what is known of fewer than five of many deals is not told either', () => {
  const rates = ['1%', '2%', '3%', '4%', '10%'].map((rate) =>
    deal(null, { rate: parseRatio(rate), upfrontFen: rate === '1%' ? 5n : null }),
  )
  const told = benchmarkOf(rates, {})
  expect(told).toMatchObject({ total: null, upfront: null, years: { from: '2025', to: '2025' } })
  expect(told.rate).toEqual({ low: '2%', middle: { low: '3%', high: '5%' }, high: '5%' })
})

test.each([
  ['a mode', { mode: 'assignment' }, { mode: 'license' }],
  ['an exclusivity', { exclusivity: 'sole' }, { exclusivity: 'plain' }],
  ['a kind', { kinds: ['drug'] }, { kind: 'device' }],
  ['a field', { field: '眼科' }, { field: '骨科' }],
  // 骨 alone leaves one more than 骨科.
  ['words of a field', { field: '骨伤' }, { field: '骨科' }],
])(
  '%s that leaves out a few is not told: whoever asks for all could subtract',
  (_what, other, choice) => {
    expect(benchmarkOf([...some(8), ...some(1, other)], choice)).toMatchObject({
      ...{ withheld: 'apart', total: null, years: null },
    })
    expect(benchmarkOf([...some(8), ...some(5, other)], choice)).toMatchObject({ withheld: null })
  },
)

test('nor is an amount that all but a few of those left out keep to themselves', () => {
  const others = [
    ...some(1, { mode: 'assignment' }),
    ...Array(6).fill(deal(null, { mode: 'assignment' })),
  ]
  const told = benchmarkOf([...some(8), ...others], { mode: 'license' })
  expect(told).toMatchObject({ withheld: null, total: null })
})
