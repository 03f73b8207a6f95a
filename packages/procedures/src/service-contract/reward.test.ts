import { day } from '@yizhuan/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ActsState } from '../procedure/acts-state.ts'
import { lawOf, type Step, said, walk } from '../procedure/testing/walk.ts'
import {
  awaitedIn,
  partsOf,
  payoutsIn,
  planOf,
  type RewardPlan,
  ruleBefore,
  ruleSaid,
} from './reward.ts'
import { rewardHeld, rewardOwed } from './reward-accounts.ts'
import { serviceRewardsOf } from './reward-statement.ts'
import { serviceContract } from './service-contract.ts'
import { settledIn } from './settled.ts'
import { calledApart, plainName } from './team.ts'

// The plan of a reward, its members' word, the payout by it, and what came back of it.

const guangdong = lawOf('cn', 'cn-gd-2025')
const jia = '0190c0de-0000-7000-8000-000000000001'
const members = [
  { name: '示例甲', person: jia, isInventor: true, isChief: false, holdsLeadingPost: false },
  { name: '示例乙', isInventor: true, isChief: false, holdsLeadingPost: true },
  { name: '示例丙', isInventor: false, isChief: false, holdsLeadingPost: false },
]
const step = (on: string, by: Step[1], type: string, data: object): Step => [on, by, type, data]
const before: readonly Step[] = [
  step('2026-02-02', 'tto_negotiator', 'serviceOpened', {
    ...{ title: '示例检测服务', kind: 'service', client: '示例药企（虚构）' },
    ...{ team: members, relatedPartiesDeclared: true },
  }),
  step('2026-02-10', 'leaders', 'contractApproved', { body: '办公会', document: '批-1' }),
  step('2026-02-20', 'tto_negotiator', 'serviceSigned', { number: '合-1', price: '20000000' }),
  step('2026-03-01', 'tto_negotiator', 'serviceRegistered', {
    outcome: 'registered',
    number: '登',
  }),
  step('2026-05-01', 'tto_negotiator', 'serviceAccepted', { note: '合格', acceptedBy: '委托方' }),
  step('2026-05-10', 'finance', 'incomeReceived', { amount: '10000000', voucher: '收-1' }),
  step('2026-05-12', 'finance', 'netSettled', {
    ...{ method: 'actual_cost', taxes: '600000', performanceCosts: '3400000', statement: '结-1' },
  }),
]
const plan = {
  ...{ pool: '3000001', rule: '三技办法1号', ruleInForceOn: '2026-01-01', share: '60%' },
  lines: [
    { ...members[0], share: '1/3' },
    { ...members[1], share: '1/3' },
    { ...members[2], share: '1/3' },
  ],
  leadersDisclosed: true,
}
const planned = (more: object = {}): Step =>
  step('2026-05-14', 'tto_negotiator', 'rewardPlanned', { ...plan, ...more })
const agreed = (member: string, more: object = { paper: '签字件（示例）' }): Step =>
  step('2026-05-15', 'tto_negotiator', 'rewardAgreed', { member, ...more })
const paid = (more: object = {}): Step =>
  step('2026-05-20', 'finance', 'rewardPaid', {
    ...{ lines: [{ name: '示例甲', amount: '1000001' }], proof: '银-1' },
    ...more,
  })
const lines = [
  { name: '示例甲', amount: '1000001' },
  { name: '示例乙', amount: '1000000' },
  { name: '示例丙', amount: '1000000' },
]
/** As the register answers of people without an account. */
const byPaper = members.map((one) => ({ ...one, ...(one.person && { signsOnPaper: true }) }))
const onPaper = planned({ lines: byPaper.map((one) => ({ ...one, share: '1/3' })) })
const whole = [...before, onPaper, ...members.map(({ name }) => agreed(name))]
const later16 = ([, by, type, data]: Step): Step => ['2026-05-16', by, type, data]
const tail = ([, by, type, data]: Step) => [by, type, data as object] as const
const answer = (steps: readonly Step[]) => said(walk(serviceContract, guangdong, steps).last)
const stateOf = (steps: readonly Step[]) =>
  walk(serviceContract, guangdong, steps).state as ActsState

test('a plan is drawn up, agreed to by all of it, paid by it and closed', () => {
  const planState = stateOf(whole)
  expect(awaitedIn(planState)).toEqual([])
  const done = [...whole, paid({ lines })]
  expect(answer(done)).toBe('accepted')
  expect(planOf(stateOf(done))).toBeUndefined()
  const closing = step('2026-05-21', 'tto_negotiator', 'closed', { summary: '完成' })
  expect(answer([...done, closing])).toBe('accepted')
  expect(answer([...whole, closing])).toBe('reward-waits')
})

describe('a plan is refused', () => {
  const line = (at: number, share: string) => ({ ...members[at], share })
  test.each<[string, object, string]>([
    ['a fen over the share of the rule', { pool: '3600001' }, 'gd.service.reward'],
    ['without a rule', { rule: undefined }, 'gd.service.rule'],
    ['by a rule of later', { ruleInForceOn: '2026-06-01' }, 'gd.service.rule'],
    ['by a rule without its share', { share: undefined }, 'gd.service.reward'],
    ['with nothing to give', { pool: '0' }, 'reward-pool-missing'],
    ['with no sum', { pool: undefined }, 'reward-pool-missing'],
    ['that leaves a part over', { lines: [line(0, '99%')] }, 'reward-shares-not-whole'],
    [
      'of more than the whole',
      { lines: [line(0, '60%'), line(1, '50%')] },
      'reward-shares-not-whole',
    ],
    ['with somebody twice', { lines: [line(0, '50%'), line(0, '50%')] }, 'reward-name-twice'],
    [
      'for a stranger',
      { lines: [{ ...members[2], name: '示例癸', share: '100%' }] },
      'not-of-the-team',
    ],
  ])('%s', (_what, more, expected) => {
    expect(answer([...before, planned(more)])).toBe(expected)
  })

  const { person: _jia, ...typed } = members[0] ?? {}
  const another = '0190c0de-0000-7000-8000-000000000002'
  test.each<[string, object]>([
    ['whom only a typed name tells', typed],
    ['who is another of that name', { ...members[0], person: another }],
    ['under the name of another member', { ...members[0], name: '示例乙' }],
  ])('for a member of the register %s', (_what, one) => {
    const lines = [{ ...one, share: '100%' }]
    expect(answer([...before, planned({ lines })])).toBe('reward-person-unlike-team')
  })

  test('before anything is settled', () => {
    expect(answer([...before.slice(0, -1), planned()])).toBe('net-not-settled')
  })
})

test('on the share of the rule to the fen it is accepted, and counts with what was paid before', () => {
  const one = (pool: string) => planned({ pool, lines: [{ ...byPaper[0], share: '100%' }] })
  expect(answer([...before, one('3600000')])).toBe('accepted')
  const first = [
    ...[...before, one('3500000'), agreed('示例甲')],
    paid({ lines: [{ name: '示例甲', amount: '3500000' }] }),
  ]
  expect(answer(first)).toBe('accepted')
  const again = (pool: string): Step => [
    '2026-05-22',
    'tto_negotiator',
    'rewardPlanned',
    one(pool)[3],
  ]
  expect(answer([...first, again('100001')])).toBe('gd.service.reward')
  expect(answer([...first, again('100000')])).toBe('accepted')
})

test('a member agrees by their own account; of one without an account the paper is named', () => {
  const ready = [...before, planned()]
  expect(answer([...ready, agreed('示例乙', {})])).toBe('reward-agreed-by-another')
  expect(answer([...ready, agreed('示例乙')])).toBe('accepted')
  // Whoever has an account is not spoken for by a paper.
  expect(answer([...ready, agreed('示例甲')])).toBe('reward-agreed-by-another')
  expect(answer([...ready, agreed('示例乙'), agreed('示例乙')])).toBe('reward-agreed-before')
  expect(answer([...ready, agreed('示例癸')])).toBe('not-in-reward-plan')
  expect(answer([...before, agreed('示例乙')])).toBe('no-reward-plan')
})

test('a member whose name changed in the register since is a member still, and is paid by it', () => {
  const renamed = { ...byPaper[0], name: '示例新', share: '100%' }
  const ready = [...before, planned({ lines: [renamed] }), agreed('示例新')]
  expect(answer(ready)).toBe('accepted')
  const lines = [{ name: '示例新', amount: '3000001' }]
  expect(answer([...ready, paid({ lines })])).toBe('accepted')
})

test('the same receipt is not recorded, and so not rewarded, twice', () => {
  const received = (voucher: string, amount: string): Step =>
    step('2026-05-12', 'finance', 'incomeReceived', { amount, voucher })
  expect(answer([...before, received('收-1', '10000000')])).toBe('receipt-already-recorded')
  expect(answer([...before, received('收-1', '10000001')])).toBe('accepted')
  expect(answer([...before, received('2026-05 收-1', '10000000')])).toBe('accepted')
})

test('it is paid as planned, once everybody agreed; another plan asks them anew', () => {
  expect(answer([...before, onPaper, agreed('示例甲'), paid({ lines })])).toBe('reward-not-agreed')
  const unlike = lines.with(0, { name: '示例甲', amount: '1000000' })
  expect(answer([...whole, paid({ lines: unlike })])).toBe('reward-unlike-plan')
  expect(answer([...whole, paid({ lines: lines.slice(1) })])).toBe('reward-unlike-plan')
  const anew = [...whole, step('2026-05-16', 'tto_negotiator', 'rewardPlanned', onPaper[3])]
  expect(awaitedIn(stateOf(anew))).toHaveLength(3)
  expect(answer([...anew, paid({ lines })])).toBe('reward-not-agreed')
})

test('a plan that what was settled no longer pays for is taken back, and the contract can be closed', () => {
  const taken = step('2026-05-17', 'tto_negotiator', 'rewardPlanTakenBack', { reason: '成本更正' })
  const less = step('2026-05-16', 'finance', 'netSettled', {
    ...{ method: 'actual_cost', taxes: '600000', performanceCosts: '9400000', statement: '结-1' },
  })
  expect(answer([...whole, less, paid({ lines })])).toBe('gd.service.reward')
  const gone = [...whole, less, taken]
  expect(answer(gone)).toBe('accepted')
  expect(planOf(stateOf(gone))).toBeUndefined()
  expect(answer([...gone, taken])).toBe('no-reward-plan')
  const closing = step('2026-05-21', 'tto_negotiator', 'closed', { summary: '完成' })
  expect(answer([...gone, closing])).toBe('accepted')
  // What a payout rests on stays.
  const again: Step = ['2026-05-21', 'tto_negotiator', 'rewardPlanned', planned({ pool: '1' })[3]]
  const later: Step = ['2026-05-22', 'tto_negotiator', 'rewardPlanTakenBack', { reason: '重算' }]
  const state = stateOf([...whole, paid({ lines }), again, later])
  expect(planOf(state)).toBeUndefined()
  expect(ruleSaid(state).share).toBe('60%')
})

test('what the bank returned is owed, paid again, and keeps the contract open until then', () => {
  const done = [...whole, paid({ lines })]
  const turned = (type: string, amount: string): Step =>
    step('2026-05-25', 'finance', type, { name: '示例乙', amount, proof: '银-2' })
  const back = [...done, turned('paymentReturned', '1000000')]
  expect(rewardOwed(stateOf(back)).cash).toEqual(new Map([['示例乙', 1_000_000n]]))
  expect(answer([...done, turned('paymentReturned', '1000001')])).toBe('more-than-paid')
  expect(answer([...whole, turned('paymentReturned', '1')])).toBe('more-than-paid')
  const closing = step('2026-05-26', 'tto_negotiator', 'closed', { summary: '完成' })
  expect(answer([...back, closing])).toBe('reward-return-open')
  expect(answer([...back, turned('paymentRepeated', '1000001')])).toBe('more-than-owed')
  const again = [...back, turned('paymentRepeated', '1000000')]
  expect(rewardOwed(stateOf(again)).cash.size).toBe(0)
  expect(answer([...again, closing])).toBe('accepted')
  // The bank returns a payment whenever it does, also after the case was closed.
  const late: Step = ['2026-05-27', 'finance', 'paymentReturned', back.at(-1)?.[3] ?? {}]
  expect(answer([...done, closing, late])).toBe('accepted')
})

test('a statement goes from what was settled down to one person, each line with its article', () => {
  const signed = [...before, planned(), agreed('示例乙'), agreed('示例丙')]
  const { acts: entries } = walk(serviceContract, guangdong, signed)
  const own = {
    ...{ seq: entries.length + 1, type: 'rewardAgreed', on: day('2026-05-15') },
    ...{ at: '2026-05-15T04:00:00.000Z', files: [], data: { member: '示例甲' } },
    by: { person: jia, name: '示例甲', role: 'inventor' as const },
  }
  const payout = {
    ...own,
    ...{ seq: own.seq + 1, type: 'rewardPaid', on: day('2026-05-20') },
    data: { lines, proof: '银-1', taxWithheld: true },
  }
  const told = serviceRewardsOf(
    [...entries, own, payout] as never,
    { law: guangdong },
    { person: jia },
  )
  const [reward] = told.rewards
  expect(reward).toMatchObject({
    ...{ gross: 10_000_000n, net: 6_000_000n, share: 1_000_001n, planSeq: 8 },
    lines: [
      { amount: 10_000_000n, effect: 'adds', cite: { source: 'gd-2025', at: 'a19.p2' } },
      { amount: 600_000n, effect: 'subtracts' },
      { amount: 3_400_000n, effect: 'subtracts' },
    ],
    layers: [
      { id: 'contributors', amount: 3_000_001n },
      { id: 'institution', amount: 2_999_999n },
    ],
  })
  expect(serviceRewardsOf(entries as never, { law: guangdong }, { person: jia }).rewards).toEqual(
    [],
  )
})

test('parts sum to the pool, none is a fen off its share, whatever the shares are', () => {
  const pool = fc.bigInt({ min: 1n, max: 10n ** 15n })
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(pool, weights, (total, each) => {
      const sum = each.reduce((all, one) => all + one, 0n)
      fc.pre(sum > 0n)
      const data = {
        pool: `${total}`,
        lines: each.map((weight, at) => ({ name: `甲${at}`, share: `${weight}/${sum}` })),
      } as unknown as RewardPlan
      const parts = partsOf(data).map(({ amount }) => BigInt(amount))
      expect(parts.reduce((all, one) => all + one, 0n)).toBe(total)
      for (const [at, part] of parts.entries()) {
        const exact = total * (each[at] ?? 0n)
        const off = part * sum - exact
        expect(off < sum && off > -sum).toBe(true)
      }
    }),
  )
})

test('by a ratio its costs stand in the place of those of performing it; mixed statements are left open', () => {
  const settle = (data: object): Step => step('2026-05-12', 'finance', 'netSettled', data)
  const byRatio = { method: 'fixed_ratio', taxes: '600000', costRatio: '1/3', statement: '结-1' }
  const ratio = settledIn(stateOf([...before.slice(0, -1), settle(byRatio)]))
  expect(ratio?.net).toBe(10_000_000n - 600_000n - 3_333_334n)
  const mixed = [...before, settle({ ...byRatio, statement: '结-2' })]
  expect(settledIn(stateOf(mixed))).toBeUndefined()
})

test('of costs said beside a ratio the larger counts, as the law of any place allows no more', () => {
  const settle = (data: object): Step => step('2026-05-12', 'finance', 'netSettled', data)
  const both = { method: 'fixed_ratio', taxes: '600000', costRatio: '10%', statement: '结-1' }
  const net = (performanceCosts: string) =>
    settledIn(stateOf([...before.slice(0, -1), settle({ ...both, performanceCosts })]))?.net
  expect(net('3400000')).toBe(6_000_000n)
  expect(net('900000')).toBe(8_400_000n)
})

test('what the rule of the house gave by a plan is known after an old payout without one', () => {
  const houseRule = { version: 1, title: '办法', net: '6000000', most: '3000000' }
  const one = [{ ...byPaper[0], share: '100%' }]
  const planned3 = [
    ...[...before, planned({ pool: '3000000', lines: one, houseRule }), agreed('示例甲')],
    paid({ lines: [{ name: '示例甲', amount: '3000000' }] }),
  ]
  const byHand = paid({
    lines: [{ name: '示例甲', amount: '1' }],
    ...{ share: '60%', rule: plan.rule, ruleInForceOn: '2026-01-01' },
  })
  // It is not taken any more; a record that has it is read as it was.
  expect(answer([...planned3, byHand])).toBe('no-reward-plan')
  const state = stateOf(planned3)
  const act = { seq: state.seq + 1, type: 'rewardPaid', on: day('2026-05-20'), files: [] }
  const by = { person: jia, name: '示例财务', role: 'finance' as const }
  const old = serviceContract.evolve(state, {
    ...{ ...act, by, at: '2026-05-20T04:00:00.000Z' },
    data: byHand[3] as Record<string, unknown>,
  }) as ActsState
  expect(ruleBefore(old)).toEqual({ net: 6_000_000n, most: 3_000_000n })
  expect(ruleSaid(old).share).toBe('60%')
  expect(payoutsIn(old)).toHaveLength(2)
})

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
