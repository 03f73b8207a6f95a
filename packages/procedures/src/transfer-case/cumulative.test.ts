import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { cumulativeOf } from './cumulative.ts'
import { law, line, plan, refusal, type Step, upTo, walk } from './testing/main-line.ts'

// First 88 million net of a hundred million, then a second receipt of three fen.

const payout = upTo('closed')
const recorded = (steps: readonly Step[]) => {
  const { acts, last } = walk(steps)
  expect(refusal(last)).toBe('accepted')
  return acts
}
const of = (steps: readonly Step[], today = '2026-09-30') =>
  cumulativeOf({ law }, recorded(steps), day(today))

const cost = (amount: string, kind = 'tax'): Step => [
  '2026-07-24',
  'finance',
  'costRecorded',
  { kind, amount, voucher: `费-${kind}-${amount}` },
]
const receipt = (amount: string): Step => [
  '2026-07-24',
  'finance',
  'receiptRecorded',
  { amount, voucher: `收-${amount}`, inBudget: true, beyond: '违约金（示例）' },
]

test('nothing came in: nothing to sum', () => {
  expect(of(upTo('receiptRecorded'))).toMatchObject({ rows: [], total: { net: 0n, limits: [] } })
})

test('one distribution is the whole', () => {
  const { rows, total, carried } = of(payout)
  expect(rows).toMatchObject([
    {
      ...{ paidOn: '2026-07-22', income: 100_000_000n, deducted: 12_000_000n, net: 88_000_000n },
      limits: [
        { id: 'contributors', limit: 61_600_000n, given: 61_600_000n, room: 0n },
        { id: 'tto', bound: 'ceiling', limit: 13_200_000n, given: 13_200_000n, room: 0n },
      ],
    },
  ])
  expect(total).toMatchObject({ net: 88_000_000n, limits: rows[0]?.limits })
  expect(carried).toBeUndefined()
})

test('of several each keeps its limit, and the whole is rounded once', () => {
  const drafted = (people: string): Step[] => [
    [
      '2026-07-25',
      'team_rep',
      'planDrafted',
      {
        ...plan,
        lines: [line('示例甲', false, people), line('示例乙', true, '1')],
        ...{ toTto: '0', toTtoStaff: '0', toInstitution: '0' },
      },
    ],
  ]
  const again: readonly Step[] = [...payout, receipt('3'), ...drafted('2')]
  const { rows, total } = of(again)
  expect(rows).toMatchObject([
    { net: 88_000_000n },
    // Seventy per cent of three fen is 2.1: a floor of three.
    {
      net: 3n,
      limits: [
        { limit: 3n, given: 3n },
        { limit: 0n, given: 0n },
      ],
    },
  ])
  expect(rows[1]).not.toHaveProperty('paidOn')
  expect(total).toMatchObject({
    ...{ income: 100_000_003n, net: 88_000_003n },
    limits: [
      { limit: 61_600_003n, given: 61_600_003n, room: 0n },
      { limit: 13_200_000n, given: 13_200_000n },
    ],
  })
})

test('a receipt nobody has planned yet leaves the limits of the whole as they were', () => {
  const { rows, total } = of([...payout, receipt('1000')])
  expect(rows[1]).toMatchObject({ net: 1000n, limits: [{ limit: 700n, room: undefined }, {}] })
  expect(total).toMatchObject({
    net: 88_001_000n,
    limits: [{ limit: 61_600_000n, given: 61_600_000n, room: 0n }, {}],
  })
})

test('costs that exceed what came in are carried forward, as far as the law deducts them', () => {
  expect(of([...payout, cost('500'), cost('900', 'upkeep')])).toMatchObject({
    carried: {
      amount: 500n,
      costs: [{ kind: 'tax', voucher: '费-tax-500', on: '2026-07-24', amount: 500n }],
    },
  })
  expect(of([...payout, cost('500'), receipt('200')]).carried?.amount).toBe(300n)
  expect(of([...payout, cost('500'), receipt('500')]).carried).toBeUndefined()
})
