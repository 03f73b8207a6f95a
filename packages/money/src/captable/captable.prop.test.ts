import { day, ratio } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { afterCancel, afterMove, afterRound, dilutionOf, divided } from './captable.ts'
import { lastDayOf, payInOf } from './pay-in.ts'
import { carriedOver } from './result.ts'
import { captableLaws } from './testing/laws.ts'

test.each(Object.entries(captableLaws))('%s', (_law, holds) => holds(120))

const formed = [
  { holder: '医院', share: ratio(9, 100) },
  { holder: '甲', share: ratio(21, 100) },
  { holder: '资方', share: ratio(70, 100) },
]

test('a round of 5 million on 20 million takes a fifth of every part', () => {
  const round = { preMoney: 2_000_000_000n, money: [{ holder: '新资方', fen: 500_000_000n }] }
  expect(dilutionOf(round)).toEqual(ratio(4, 5))
  expect(afterRound(formed, round)).toMatchObject({
    value: [
      { holder: '医院', share: ratio(9, 125) },
      { holder: '甲', share: ratio(21, 125) },
      { holder: '资方', share: ratio(14, 25) },
      { holder: '新资方', share: ratio(1, 5) },
    ],
  })
})

test.each([
  ['a round on nothing', afterRound(formed, { preMoney: 0n, money: [] }), 'round-without-value'],
  ['a round of nothing', afterRound(formed, { preMoney: 1n, money: [] }), 'round-without-money'],
  [
    'an investor twice',
    afterRound(formed, {
      preMoney: 1n,
      money: [
        { holder: '乙', fen: 1n },
        { holder: '乙', fen: 1n },
      ],
    }),
    'named-twice',
  ],
  ['a part nobody holds', afterMove(formed, { from: '丙', to: '甲' }), 'not-a-holder'],
  [
    'more than is held',
    afterMove(formed, { from: '医院', to: '甲', share: ratio(1, 10) }),
    'holds-less',
  ],
  ['a part moved to its holder', afterMove(formed, { from: '甲', to: '甲' }), 'moves-to-itself'],
  [
    'the last part given back',
    afterCancel([{ holder: '甲', share: ratio(1) }], { from: '甲' }),
    'nothing-left',
  ],
])('%s is refused', (_what, outcome, code) => {
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { code } })
})

test('a dividend of a hundred yuan on thirds leaves no fen behind', () => {
  const thirds = ['甲', '乙', '丙'].map((holder) => ({ holder, share: ratio(1, 3) }))
  expect(divided(thirds, 10_000n).map(({ fen }) => fen)).toEqual([3334n, 3333n, 3333n])
})

test('what is sold in two halves costs its halves, and the fen goes with the last', () => {
  const found = carriedOver(101n, [
    { before: ratio(1, 10), after: ratio(1, 20) },
    { before: ratio(1, 20), after: ratio(0) },
  ])
  expect(found.map(({ basis, left }) => [basis, left])).toEqual([
    [51n, 50n],
    [50n, 0n],
  ])
})

test('what was written down or bought changes what goes with the rest, and never below nothing', () => {
  const held = { before: ratio(2, 10), after: ratio(2, 10) }
  const found = carriedOver(101n, [
    { ...held, writtenDown: 40n },
    { before: ratio(2, 10), after: ratio(1, 10) },
    { before: ratio(1, 10), after: ratio(1, 10), bought: 9n },
    { before: ratio(1, 10), after: ratio(1, 10), writtenDown: 500n },
    { before: ratio(1, 10), after: ratio(0) },
  ])
  expect(found.map(({ writtenDown, basis, left }) => [writtenDown, basis, left])).toEqual([
    [40n, 0n, 61n],
    [0n, 31n, 30n],
    [0n, 0n, 39n],
    [39n, 0n, 0n],
    [0n, 0n, 0n],
  ])
})

test('capital is due on the day of the articles, and no later than the years of the law', () => {
  const on = day('2025-03-01')
  expect(lastDayOf({ on, dueOn: null }, undefined)).toBeNull()
  expect(lastDayOf({ on, dueOn: null }, 5)).toBe('2030-03-01')
  expect(lastDayOf({ on, dueOn: day('2027-01-01') }, 5)).toBe('2027-01-01')
  expect(lastDayOf({ on, dueOn: day('2032-01-01') }, 5)).toBe('2030-03-01')
})

test('what is paid in counts from its day, and what is open after the last day is late', () => {
  const one = {
    holder: '资方',
    fen: 100n,
    on: day('2025-03-01'),
    dueOn: day('2026-01-01'),
    paid: [
      { on: day('2025-04-01'), fen: 60n },
      { on: day('2026-02-01'), fen: 40n },
    ],
  }
  const seen = (today: string) => payInOf([one], { years: 5, today: day(today) })[0]
  expect(seen('2026-01-01')).toMatchObject({ paid: 60n, open: 40n, isLate: false })
  expect(seen('2026-01-02')).toMatchObject({ paid: 60n, open: 40n, isLate: true })
  expect(seen('2026-02-01')).toMatchObject({ paid: 100n, open: 0n, isLate: false })
})
