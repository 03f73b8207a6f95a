import { expect, test } from 'vitest'
import { type Step, walk } from '../procedure/testing/walk.ts'
import { equityHolding } from './equity-holding.ts'
import { holdingMoney } from './money.ts'
import { holdingOf } from './summary.ts'
import {
  appraised,
  decided,
  guangdong,
  handled,
  held,
  holders,
  house,
  opened,
  round,
  suggestedBy,
} from './testing/held.ts'

// The books of a holding: what its record says of money, and what a correction moves of it.

const buyer = '样例买方（虚构）'

/** The events of a walk: kind, act and the sums of its parts. */
function booked(...steps: readonly Step[]) {
  const { acts, state, last } = walk(equityHolding, guangdong, steps)
  expect(last?.kind).toBe('accepted')
  const told = holdingMoney(acts).map(({ seq, event }) => {
    const sums = Object.entries(event.parts).map(([part, amounts]) => [
      part,
      amounts.reduce((sum, { fen }) => sum + fen, 0n),
    ])
    return [event.kind, seq, Object.fromEntries(sums)] as const
  })
  return { told, seen: state && holdingOf(state) }
}

const exit = (steps: readonly Step[], price: string, on: string, more: object = {}) =>
  handled({ ...suggestedBy(steps), price, ...more }, on)

test('formed, bought more, written down, sold in part and left: what it cost is on the books once', () => {
  const own = { ...round, investors: [{ name: house, kind: 'institution', amount: '10000000' }] }
  const bought = [...held, decided('increase', own, '2026-03-01')]
  const more = [...bought, handled({ ...suggestedBy(bought) }, '2026-03-02')]
  const low = [...more, decided('impairment', {}, '2026-03-03')]
  const written = handled({ ...suggestedBy(low), impairment: '40000000' }, '2026-03-04')
  const half = [
    ...low,
    written,
    appraised,
    decided('transfer', { to: buyer, part: '1%' }, '2026-05-02'),
  ]
  const sold = exit(half, '70000000', '2026-05-03', { costs: '1000000' })
  const rest = [...half, sold, decided('exit', { to: buyer }, '2026-05-04')]
  const { told, seen } = booked(...rest, exit(rest, '30000000', '2026-05-05'))
  expect(told.slice(0, 3)).toEqual([
    ['equityContributed', 1, { contributed: 90_000_000n }],
    ['equityBought', 4, { bought: 10_000_000n }],
    ['equityWrittenDown', 6, { writtenDown: 40_000_000n }],
  ])
  const [, , , first, last] = told
  expect(first?.[0]).toBe('equityDisposed')
  expect(first?.[2]).toMatchObject({ price: 70_000_000n, costs: 1_000_000n })
  const basis = [first, last].reduce((sum, one) => sum + (one?.[2]['basis'] ?? 0n), 0n)
  expect(basis).toBe(60_000_000n)
  // The page of the holding says the same.
  expect(seen?.events.flatMap(({ result }) => result?.basis ?? [])).toEqual(
    [first, last].map((one) => `${one?.[2]['basis']}`),
  )
})

test('what is allocated free of charge takes its cost along, what is wound up loses it', () => {
  const given = [
    ...held,
    decided('free_allocation', { to: '样例国资（虚构）', part: '3%', handler: 'health' }),
    ['2026-05-02', 'finance', 'departmentDecided', { body: 'health', document: '卫-1' }] as Step,
  ]
  const first = handled({ ...suggestedBy(given) })
  expect(booked(...given, first).told.at(-1)).toEqual([
    'equityAllocated',
    5,
    { basis: 30_000_000n },
  ])
  const gone: Step = [
    '2026-06-02',
    'finance',
    'windingUp',
    { stage: 'liquidation_ended', body: '清算组', document: '清-1' },
  ]
  const wound = [...given, first, gone, decided('liquidation', {}, '2026-06-03')]
  const { told } = booked(...wound, handled({ price: '2000000' }, '2026-06-04'))
  expect(told.at(-1)).toEqual(['equityLiquidated', 8, { basis: 60_000_000n, price: 2_000_000n }])
})

test('a correction posts the difference with it, and all of it comes to what the record says now', () => {
  const left = [...held, appraised, decided('exit', { to: buyer }, '2026-05-02')]
  const sold = exit(left, '10000000', '2026-05-03')
  const struck: Step = [
    '2026-06-10',
    'finance',
    'entryStruck',
    { entry: 5, reason: '录错（示例）' },
  ]
  const again = exit(left, '15000000', '2026-06-11')
  const { told } = booked(...left, sold, struck, again)
  expect(told.slice(1)).toEqual([
    ['equityDisposed', 5, { basis: 90_000_000n, price: 10_000_000n }],
    ['equityDisposed', 6, { basis: -90_000_000n, price: -10_000_000n }],
    ['equityDisposed', 7, { basis: 90_000_000n, price: 15_000_000n }],
  ])
  // The value was entered wrongly: the cost of what was sold changes with it.
  const value: Step = [
    '2026-06-10',
    'finance',
    'openingCorrected',
    { ...opened, holders, value: '600000000', reason: '作价金额录错（示例）' },
  ]
  expect(booked(...left, sold, value).told.slice(2)).toEqual([
    ['equityContributed', 6, { contributed: 90_000_000n }],
    ['equityDisposed', 6, { basis: 90_000_000n }],
  ])
})

test('a declared dividend is owed to the house from its day on; what comes clears it, more is income', () => {
  const declared: Step = [
    ...(['2026-05-10', 'finance', 'dividendDeclared'] as const),
    { year: '2025', total: '1000001', resolution: '股东会-1（虚构）', basis: 'by_share' },
  ]
  const came = (amount: string, on: string): Step => [
    ...([on, 'finance', 'dividendReceived'] as const),
    { year: '2025', amount, voucher: `收-${amount}` },
  ]
  const paid = [declared, came('40000', '2026-05-20'), came('60000', '2026-05-30')]
  expect(booked(...held, ...paid).told.slice(1)).toEqual([
    ['dividendDeclared', 3, { declared: 90_000n }],
    ['dividendCleared', 4, { cleared: 40_000n }],
    ['dividendCleared', 5, { cleared: 50_000n, beyond: 10_000n }],
  ])
  // Entered after what came of it, it turns that income into what was owed.
  const late = [came('40000', '2026-05-20'), declared]
  expect(booked(...held, ...late).told.slice(1)).toEqual([
    ['dividendReceived', 3, { received: 40_000n }],
    ['dividendCleared', 4, { cleared: 40_000n }],
    ['dividendReceived', 4, { received: -40_000n }],
    ['dividendDeclared', 4, { declared: 90_000n }],
  ])
  // Without a year it takes off what is left; the year may be written otherwise.
  const bare: Step = ['2026-05-20', 'finance', 'dividendReceived', { amount: '9', voucher: '收' }]
  const named: Step = [
    ...bare.slice(0, 3),
    { amount: '90000', voucher: '收-2', year: '2025年度' },
  ] as never
  expect(booked(...held, declared, bare, named).told.slice(2)).toEqual([
    ['dividendCleared', 4, { cleared: 9n }],
    ['dividendCleared', 5, { cleared: 89_991n }],
    ['dividendReceived', 5, { received: 9n }],
  ])
  // Where the holders agreed otherwise nobody knows whose it is before it comes.
  const agreed: Step = [
    ...declared.slice(0, 3),
    { ...(declared[3] as object), basis: 'as_agreed' },
  ] as never
  expect(booked(...held, agreed, came('7', '2026-05-30')).told.slice(1)).toEqual([
    ['dividendReceived', 4, { received: 7n }],
  ])
})
