import { parseRatio, percent } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { type Step, said, walk } from '../procedure/testing/walk.ts'
import { dividendsIn, ownOf } from './dividends.ts'
import { equityHolding } from './equity-holding.ts'
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

// A holding through its life: rounds that dilute it, dividends, paying in, leaving it in part and whole,
// and a company that is wound up.

test('after a round the form begins with everybody diluted and the investor added, to the fraction', () => {
  const waiting = walk(equityHolding, guangdong, [...held, decided('increase', round)]).state
  expect(waiting && holdingOf(waiting)?.pending).toMatchObject({
    ...{ matter: 'increase', on: '2026-04-10', ownShareAfter: '9/125' },
  })
  const { holders: after } = suggestedBy([...held, decided('increase', round)])
  expect(after.map(({ name, share }) => [name, share])).toEqual([
    [house, '7.2%'],
    ['示例甲', '16.8%'],
    ['示例创投（虚构）', '56%'],
    ['样例基金（虚构）', '20%'],
  ])
  expect(after[1]).toMatchObject({ kind: 'contributor', isChief: false })
})

test('a fraction that has no end in per cent is kept whole', () => {
  const thirds = { ...round, preMoney: '1000000000' }
  const { holders: after } = suggestedBy([...held, decided('increase', thirds)])
  expect(after[0]?.share).toBe('6%')
  expect(after[3]?.share).toBe('1/3')
})

test('holders other than the round makes them are refused, those it makes are taken', () => {
  const steps = [...held, decided('increase', round)]
  const { holders: after } = suggestedBy(steps)
  const other = after.map((one) =>
    one.name === house
      ? { ...one, share: '7.3%' }
      : one.name === '示例甲'
        ? { ...one, share: '16.7%' }
        : one,
  )
  expect(said(walk(equityHolding, guangdong, [...steps, handled({ holders: other })]).last)).toBe(
    'holders-otherwise-agreed',
  )
  const { state, last } = walk(equityHolding, guangdong, [...steps, handled({ holders: after })])
  expect(said(last)).toBe('accepted')
  const seen = state && holdingOf(state)
  expect(seen?.events[0]?.round).toEqual({
    name: 'A轮',
    preMoney: '2000000000',
    money: '500000000',
    dilution: '4/5',
  })
  expect(percent(parseRatio(seen?.ownShare ?? ''))).toBe('7.2%')
  expect(seen?.pending).toBeNull()
  // Nobody sold anything: a round has no gain and no loss.
  expect(seen?.events[0]?.result).toBeNull()
})

test('shares worked out of whole fen of capital may be off by a rounding', () => {
  const thirds = { ...round, preMoney: '1000000000' }
  const steps = [...held, decided('increase', thirds)]
  const { holders: after } = suggestedBy(steps)
  const rounded = after.map((one) => {
    if (one.share === '1/3') return { ...one, share: '33.333333%' }
    return one.name === house ? { ...one, share: '6.000001%' } : one
  })
  const short = rounded.map((one) =>
    one.name === '示例创投（虚构）' ? { ...one, share: '46.666666%' } : one,
  )
  expect(after.find(({ name }) => name === '示例创投（虚构）')?.share).toBe('7/15')
  expect(said(walk(equityHolding, guangdong, [...steps, handled({ holders: short })]).last)).toBe(
    'accepted',
  )
})

test('a part is sold, then the rest: each has its cost, and nothing of the cost is left over', () => {
  const buyer = '样例买方（虚构）'
  const part = decided('transfer', { to: buyer, part: '3%' }, '2026-05-02')
  const first = [...held, appraised, part]
  const sold = handled({ ...suggestedBy(first), price: '70000000', costs: '1000000' })
  const rest = decided('exit', { to: buyer }, '2026-06-02')
  const second = [...first, sold, rest]
  const leaving = {
    ...suggestedBy(second),
    price: '10000000',
    distribution: [{ to: 'institution', amount: '10000000' }],
  }
  const { state, last } = walk(equityHolding, guangdong, [
    ...second,
    handled(leaving, '2026-06-03'),
  ])
  expect(said(last)).toBe('accepted')
  const seen = state && holdingOf(state)
  // Of 3,000,000 yuan for thirty parts, nine are the house's.
  expect(seen?.ownCost).toBe('90000000')
  expect(seen?.events.map(({ result }) => result)).toEqual([
    { price: '70000000', costs: '1000000', net: '69000000', basis: '30000000', result: '39000000' },
    { price: '10000000', costs: '0', net: '10000000', basis: '60000000', result: '-50000000' },
  ])
  expect(seen?.stage).toBe('left')
  // What was appraised was the nine parts; of the three parts sold of them six are left, then none.
  expect(seen?.worth).toBeNull()
  const between = walk(equityHolding, guangdong, [...first, sold]).state
  expect(between && holdingOf(between)?.worth).toBe(`${(2_500_000_000n * 6n) / 9n}`)
  const whole = [
    ...held,
    [...appraised.slice(0, 3), { ...appraised[3], of: 'whole_company' }] as never,
  ]
  const company = walk(equityHolding, guangdong, whole).state
  expect(company && holdingOf(company)?.worth).toBe(`${(2_500_000_000n * 9n) / 100n}`)
})

test.each([
  ['a distribution of more than there is', '9999999', 'net-otherwise-divided'],
  ['a distribution of all of it', '10000000', 'accepted'],
])('%s', (_what, amount, outcome) => {
  const steps = [...held, appraised, decided('exit', { to: '样例买方（虚构）' }, '2026-05-02')]
  const left = {
    ...suggestedBy(steps),
    price: '10500000',
    costs: '500000',
    distribution: [{ to: 'institution', amount }],
  }
  expect(said(walk(equityHolding, guangdong, [...steps, handled(left)]).last)).toBe(outcome)
})

const wound = (stage: string, on: string, document: string): Step => [
  on,
  'finance',
  'windingUp',
  { stage, body: '清算组', document },
]

test('a company that was wound up has no holders; of any other matter they are named', () => {
  const gone = wound('liquidation_ended', '2026-05-20', '清-1')
  const steps = [...held, gone, decided('liquidation', {}, '2026-05-21')]
  const lost = { price: '2000000', lossExcluded: true, decidedDemocratically: true }
  const { state, last } = walk(equityHolding, guangdong, [...steps, handled(lost)])
  expect(said(last)).toBe('accepted')
  const seen = state && holdingOf(state)
  expect(seen?.stage).toBe('wound_up')
  expect(seen?.windingUp).toMatchObject({ stage: 'liquidation_ended', document: '清-1' })
  expect(seen?.events[0]).toMatchObject({
    lossExcluded: true,
    // What nobody said of their care is no yes.
    diligent: false,
    result: { net: '2000000', basis: '90000000', result: '-88000000' },
  })
  const other = [...held, appraised, decided('exit', {}, '2026-05-21')]
  expect(said(walk(equityHolding, guangdong, [...other, handled({})]).last)).toBe('holders-missing')
})

test('a dividend is divided by the parts of its day; the form asks for what has not come', () => {
  const declared: Step = [
    '2026-05-01',
    'finance',
    'dividendDeclared',
    { year: '2025', total: '1000001', resolution: '股东会-1', basis: 'by_share' },
  ]
  const steps = [...held, declared]
  expect(suggestedBy(steps, 'dividendReceived')).toEqual({ year: '2025', amount: '90000' })
  const came: Step = [
    '2026-05-09',
    'finance',
    'dividendReceived',
    { year: '2025', amount: '40000', voucher: '收-1' },
  ]
  const { state } = walk(equityHolding, guangdong, [...steps, came])
  const [dividend] = state ? dividendsIn(state) : []
  expect(dividend?.parts.reduce((sum, { fen }) => sum + fen, 0n)).toBe(1_000_001n)
  expect(ownOf(dividend?.parts ?? [])).toBe(90_000n)
  expect(dividend?.received).toBe(40_000n)
  expect(suggestedBy([...steps, came], 'dividendReceived')).toEqual({
    year: '2025',
    amount: '50000',
  })
})

test('two dividends of one year share what came for it: nothing counts for both', () => {
  const declared = (on: string, resolution: string): Step => [
    on,
    'finance',
    'dividendDeclared',
    { year: '2025', total: '1000000', resolution, basis: 'by_share' },
  ]
  const steps = [...held, declared('2026-05-01', '股东会-1'), declared('2026-06-01', '股东会-2')]
  const came = (on: string, amount: string): Step => [
    on,
    'finance',
    'dividendReceived',
    { year: '2025', amount, voucher: `收-${on}` },
  ]
  const receivedBy = (...more: readonly Step[]) => {
    const { state } = walk(equityHolding, guangdong, [...steps, ...more])
    return state ? dividendsIn(state).map(({ received }) => received) : []
  }
  const first = came('2026-06-09', '90000')
  expect(receivedBy(first)).toEqual([90_000n, 0n])
  expect(suggestedBy([...steps, first], 'dividendReceived')).toEqual({
    year: '2025',
    amount: '90000',
  })
  expect(receivedBy(first, came('2026-06-10', '90001'))).toEqual([90_000n, 90_001n])
})

test('what was written down is lost once, not again when the part is sold', () => {
  const impaired = [
    ...held,
    decided('impairment', {}),
    handled({ holders, impairment: '40000000' }, '2026-04-20'),
    appraised,
    decided('exit', { to: '样例买方（虚构）' }, '2026-05-02'),
  ]
  const sold = handled({ ...suggestedBy(impaired), price: '50000000' })
  const { state, last } = walk(equityHolding, guangdong, [...impaired, sold])
  expect(said(last)).toBe('accepted')
  const seen = state && holdingOf(state)
  expect(seen?.ownCost).toBe('90000000')
  expect(seen?.events.map(({ impairment, result }) => impairment ?? result)).toEqual([
    '40000000',
    { price: '50000000', costs: '0', net: '50000000', basis: '50000000', result: '0' },
  ])
})

test('a payment of capital fills the part that is due first, and no other with it', () => {
  const parts = [
    { name: house, amount: '50000000', dueOn: '2028-06-30' },
    { name: house, amount: '40000000', dueOn: '2027-06-30' },
  ]
  const paid = (on: string, amount: string): Step => [
    on,
    'finance',
    'capitalPaidIn',
    { name: house, amount, voucher: `验-${on}` },
  ]
  const [, ...rest] = held
  const begun: Step = [
    '2026-02-02',
    'tto_negotiator',
    'holdingOpened',
    { ...opened, subscriptions: parts },
  ]
  const { state } = walk(equityHolding, guangdong, [
    ...[begun, ...rest],
    ...[paid('2026-03-01', '30000000'), paid('2026-03-02', '30000000')],
  ])
  expect(state && holdingOf(state)?.subscriptions.map((one) => one.paid)).toEqual([
    [{ on: '2026-03-02', fen: 20_000_000n }],
    [
      { on: '2026-03-01', fen: 30_000_000n },
      { on: '2026-03-02', fen: 10_000_000n },
    ],
  ])
})

test('capital is paid in by holders there are', () => {
  const paid = (name: string): Step => [
    '2026-03-01',
    'finance',
    'capitalPaidIn',
    { name, amount: '100', voucher: '验-1' },
  ]
  expect(said(walk(equityHolding, guangdong, [...held, paid('无名氏')]).last)).toBe(
    'no-such-holder',
  )
  const { state } = walk(equityHolding, guangdong, [...held, paid(house)])
  expect(state && holdingOf(state)?.subscriptions).toMatchObject([
    { holder: '示例创投（虚构）', dueOn: '2027-06-30', paid: [] },
    { holder: house, dueOn: null, paid: [{ on: '2026-03-01', fen: 100n }] },
  ])
})

test('what came before the record began is entered as it was, and only that', () => {
  const former = (on: string, share = '9%'): Step => [
    on,
    'tto_negotiator',
    'formerEvent',
    {
      matter: 'transfer',
      terms: '工商变更档案',
      holders: holders.map((one, at) => (at === 0 ? { ...one, share } : one)),
    },
  ]
  // Formed years ago, entered now.
  const first = { ...opened, formedOn: '2019-03-01' }
  const { acts } = walk(equityHolding, guangdong, [
    ['2019-03-01', 'tto_negotiator', 'holdingOpened', first],
  ])
  const late = acts.map((act) => ({ ...act, at: '2026-02-02T09:00:00+08:00' }))
  const then = (step: Step) => walk(equityHolding, guangdong, [step], late)
  const { state, last } = then(former('2021-06-01'))
  expect(said(last)).toBe('accepted')
  expect(state && holdingOf(state)?.periods.map(({ since, matter }) => [since, matter])).toEqual([
    ['2019-03-01', 'formed'],
    ['2021-06-01', 'transfer'],
  ])
  expect(said(then(former('2021-06-01', '8%')).last)).toBe('shares-not-whole')
  expect(said(then(former('2026-02-02')).last)).toBe('after-the-record-began')
})

test('the choice of tax that was left open is made later', () => {
  const chosen: Step = [
    '2026-02-10',
    'finance',
    'taxChosen',
    { option: 'tax_deferred', filing: '备-1' },
  ]
  const { state } = walk(equityHolding, guangdong, [...held, chosen])
  expect(state && holdingOf(state)?.tax).toEqual({ option: 'tax_deferred', filing: '备-1' })
})
