import { describe, expect, test } from 'vitest'
import { type Step, walk } from '../procedure/testing/walk.ts'
import { payoutsIn, planOf } from './reward.ts'
import { rewardHeld, rewardOwed } from './reward-accounts.ts'
import { serviceRewardsOf } from './reward-statement.ts'
import { serviceContract } from './service-contract.ts'
import { settledIn } from './settled.ts'
import { calledApart, plainName } from './team.ts'
import {
  agreed,
  answer,
  before,
  byPaper,
  guangdong,
  later16,
  lines,
  members,
  paid,
  planned,
  stateOf,
  step,
  tail,
  whole,
} from './testing/rewarding.ts'

// What puts a contract right once money moved, who is shown in the open before they are paid, and namesakes.

describe('a receipt is given back', () => {
  const back = (more: object = {}): Step =>
    step('2026-05-13', 'finance', 'receiptRefunded', {
      ...{ receipt: '收-1', cause: 'refund', amount: '4000000', voucher: '退-1', ...more },
    })
  const settle = (performanceCosts: string): Step =>
    step('2026-05-13', 'finance', 'netSettled', {
      ...{ method: 'actual_cost', taxes: '600000', performanceCosts, statement: '结-1' },
    })

  test.each<[string, object, string]>([
    ['of a voucher nobody knows', { receipt: '收-9' }, 'no-such-service-receipt'],
    ['by more than is left of it', { amount: '10000001' }, 'refund-exceeds'],
    ['by nothing', { amount: '0' }, 'refund-exceeds'],
  ])('but not %s', (_what, more, expected) => {
    expect(answer([...before, back(more)])).toBe(expected)
  })

  test('and counts no more: in what came in, the net income, the base of the reward', () => {
    const less = [...before, back()]
    expect(serviceContract.line(stateOf(less)).received).toBe('6000000')
    expect(serviceContract.facts(stateOf(less))).toMatchObject({ serviceIncome: '6000000' })
    expect(settledIn(stateOf(less))?.net).toBe(2_000_000n)
    expect(answer([...less, planned({ pool: '1200000' })])).toBe('refund-not-settled')
    const anew = [...less, settle('3400000')]
    expect(answer([...anew, planned({ pool: '1200000' })])).toBe('accepted')
    expect(answer([...anew, planned({ pool: '1200001' })])).toBe('gd.service.reward')
    expect(answer([...less, back({ voucher: '退-2', amount: '6000001' })])).toBe('refund-exceeds')
  })

  test('and is not given back twice by one slip, unless somebody says that it is another', () => {
    const half = back({ amount: '1000000' })
    const once = [...before, half]
    expect(answer([...once, half])).toBe('refund-recorded-before')
    expect(answer([...once, back({ amount: '1000000', voucher: '退-2' })])).toBe(
      'refund-recorded-before',
    )
    const another = back({ amount: '1000000', voucher: '退-2', another: true })
    expect(answer([...once, another])).toBe('accepted')
    expect(answer([...once, back({ amount: '1000001', voucher: '退-2' })])).toBe('accepted')
  })

  test('and overturns a plan that waits, which is drawn up anew', () => {
    const overturned = [...whole, step('2026-05-15', ...tail(back()))]
    expect(answer(overturned)).toBe('accepted')
    expect(planOf(stateOf(overturned))).toBeUndefined()
    expect(answer([...overturned, paid({ lines })])).toBe('no-reward-plan')
  })

  test('whole, as booked wrong, and is recorded anew under its voucher', () => {
    const wrong = back({ cause: 'entry_error', amount: '10000000' })
    const again = step('2026-05-13', 'finance', 'incomeReceived', before[5]?.[3] ?? {})
    expect(answer([...before, again])).toBe('receipt-already-recorded')
    const right = [...before, wrong, again]
    expect(answer(right)).toBe('accepted')
    expect(serviceContract.line(stateOf(right)).received).toBe('10000000')
  })
})

describe('a reward that was paid', () => {
  const reversal = (on = '2026-05-21'): Step =>
    step(on, 'leaders', 'rewardReversed', {
      ...{ cause: 'refund', account: '委托方退款', resolution: '会议纪要-1' },
    })
  const recovered = (more: object = {}): Step =>
    step('2026-05-22', 'finance', 'recoveryRecorded', {
      ...{
        name: '示例甲',
        way: 'repaid',
        award: 'cash',
        amount: '1000001',
        proof: '收-退',
        ...more,
      },
    })
  const done = [...whole, paid({ lines })]
  const closing = step('2026-05-28', 'tto_negotiator', 'closed', { summary: '完成' })
  const later = (on: string, [, by, type, data]: Step): Step => [on, by, type, data]

  test('is reversed by a decision: nothing is paid, and everybody has what they got too much', () => {
    expect(answer([...whole, reversal()])).toBe('no-reward-stands')
    const gone = [...done, reversal()]
    expect(answer(gone)).toBe('accepted')
    expect(answer([...gone, reversal()])).toBe('no-reward-stands')
    const state = stateOf(gone)
    expect([payoutsIn(state), planOf(state)]).toEqual([[], undefined])
    expect(serviceContract.line(state)).toMatchObject({ distributed: '0', stage: 'reward' })
    expect(rewardHeld(state).cash.get('示例甲')).toBe(1_000_001n)
    expect(answer([...gone, closing])).toBe('recovery-open')
  })

  test('is not closed over while a refund of what was settled is in no statement', () => {
    const refund = step('2026-05-22', 'finance', 'receiptRefunded', {
      ...{ receipt: '收-1', cause: 'refund', amount: '1000', voucher: '退-1' },
    })
    expect(answer([...done, closing])).toBe('accepted')
    expect(answer([...done, refund, closing])).toBe('refund-unsettled')
  })

  test('is given back by its people; what is to be planned again is not written off first', () => {
    const gone = [...done, reversal()]
    expect(answer([...gone, recovered({ amount: '1000002' })])).toBe('more-than-held')
    expect(answer([...gone, recovered({ way: 'tax_set_off' })])).toBe('tax-by-payment')
    expect(answer([...gone, recovered({ way: 'written_off' })])).toBe('reward-plan-first')
    const others = ['示例乙', '示例丙'].map((name) => recovered({ name, amount: '1000000' }))
    const back = [...gone, recovered(), ...others]
    expect(answer(back)).toBe('accepted')
    expect(rewardHeld(stateOf(back)).cash.size).toBe(0)
    expect(answer([...back, closing])).toBe('accepted')
  })

  test('counts no more, so that another is planned in its place, which sets off what they have', () => {
    const again = [
      later('2026-05-22', planned({ pool: '1500000', lines: [{ ...byPaper[0], share: '100%' }] })),
      later('2026-05-22', agreed('示例甲')),
      later('2026-05-23', paid({ lines: [{ name: '示例甲', amount: '1500000' }] })),
    ]
    const set = [...done, reversal(), ...again]
    expect(answer(set)).toBe('accepted')
    const held = rewardHeld(stateOf(set)).cash
    expect([...held]).toEqual([
      ['示例乙', 1_000_000n],
      ['示例丙', 1_000_000n],
    ])
    expect(serviceContract.line(stateOf(set)).distributed).toBe('1500000')
    // Paid out afresh, what is left over can be written off.
    const off = recovered({ name: '示例乙', way: 'written_off', amount: '1000000' })
    expect(answer([...set, later('2026-05-24', off)])).toBe('accepted')
  })

  test('of which a payment came back leaves that one nothing to give back', () => {
    const returned = step('2026-05-20', 'finance', 'paymentReturned', {
      ...{ name: '示例乙', amount: '1000000', proof: '银-2' },
    })
    const state = stateOf([...done, returned, reversal()])
    expect([...rewardHeld(state).cash.keys()]).toEqual(['示例甲', '示例丙'])
    expect(rewardOwed(state).cash.size).toBe(0)
  })
})

test('what those who lead get is shown in the open before it is paid, where the law asks it', () => {
  const quiet = planned({
    leadersDisclosed: undefined,
    lines: byPaper.map((one) => ({ ...one, share: '1/3' })),
  })
  const ready = [...before, quiet, ...members.map(({ name }) => agreed(name))]
  expect(answer([...ready, paid({ lines })])).toBe('gd.service.leaders')
  const shown = step('2026-05-16', 'tto_negotiator', 'rewardDisclosed', {
    ...{ place: '院内网公告栏（示例）', shownOn: '2026-05-16' },
  })
  expect(answer([...ready, shown, paid({ lines })])).toBe('accepted')
  expect(answer([...ready, shown, shown])).toBe('leaders-disclosed-before')
  // A plan of others is shown for itself.
  const anew = [
    ...ready,
    shown,
    later16(quiet),
    ...members.map(({ name }) => later16(agreed(name))),
  ]
  expect(answer([...anew, paid({ lines })])).toBe('gd.service.leaders')
  const [alone] = byPaper
  const nobodyLeads = planned({ leadersDisclosed: undefined, lines: [{ ...alone, share: '100%' }] })
  expect(answer([...before, nobodyLeads, shown])).toBe('no-leaders-planned')
})

test('namesakes of a team are called apart, each planned, agreed and paid for themselves', () => {
  const [one = '', other = ''] = [1, 2].map((at) => `0190c0de-0000-7000-8000-00000000001${at}`)
  const namesake = { ...byPaper[0], name: '示例同' }
  const team = [
    { ...namesake, person: one },
    { ...namesake, person: other },
  ]
  const opened = step('2026-02-02', 'tto_negotiator', 'serviceOpened', { ...before[0]?.[3], team })
  const begun = [opened, ...before.slice(1)]
  const asNamed = team.map((each) => ({ ...each, share: '50%' }))
  expect(answer([...begun, planned({ lines: asNamed })])).toBe('reward-person-unlike-team')
  const apart = calledApart(team, asNamed)
  expect(apart.map(({ name }) => name)).toEqual(['示例同（1）', '示例同（2）'])
  const swapped = apart.map((each, at) => ({ ...each, person: asNamed[1 - at]?.person }))
  expect(answer([...begun, planned({ lines: swapped })])).toBe('reward-person-unlike-team')
  const ready = [
    ...[...begun, planned({ pool: '3000000', lines: apart })],
    ...[agreed('示例同（1）'), agreed('示例同（2）')],
  ]
  const halves = apart.map(({ name }) => ({ name, amount: '1500000' }))
  const done = [...ready, paid({ lines: halves })]
  expect(answer(done)).toBe('accepted')
  const { acts } = walk(serviceContract, guangdong, done)
  const told = serviceRewardsOf(acts as never, { law: guangdong }, { person: other })
  expect(told.rewards).toMatchObject([{ share: 1_500_000n }])
  expect(told.rewards[0]?.shares.map(({ isOwn }) => isOwn)).toEqual([false, true])
  expect(apart.map(({ name }) => plainName(name))).toEqual(['示例同', '示例同'])
})
