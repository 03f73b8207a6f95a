import { day } from '@yizhuan/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ActsState } from '../procedure/acts-state.ts'
import { type Step, walk } from '../procedure/testing/walk.ts'
import {
  awaitedIn,
  partsOf,
  payoutsIn,
  planOf,
  type RewardPlan,
  ruleBefore,
  ruleSaid,
} from './reward.ts'
import { rewardOwed } from './reward-accounts.ts'
import { serviceRewardsOf } from './reward-statement.ts'
import { serviceContract } from './service-contract.ts'
import { settledIn } from './settled.ts'
import {
  agreed,
  answer,
  before,
  byPaper,
  guangdong,
  jia,
  lines,
  members,
  onPaper,
  paid,
  plan,
  planned,
  stateOf,
  step,
  whole,
} from './testing/rewarding.ts'

// The plan of a reward, its members' word, the payout by it, and what came back of it.

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
  const received = (voucher: string, amount: string, more: object = {}): Step =>
    step('2026-05-12', 'finance', 'incomeReceived', {
      ...{ amount, voucher, beyond: '补充约定（示例）' },
      ...more,
    })
  expect(answer([...before, received('收-1', '10000000')])).toBe('receipt-already-recorded')
  // Over another amount it is the same money, unless it is the other part of more that came in.
  expect(answer([...before, received('收-1', '10000001')])).toBe('receipt-already-recorded')
  const whole = { voucherAmount: '20000001' }
  expect(answer([...before, received('收-1', '10000001', whole)])).toBe('accepted')
  expect(answer([...before, received('收-1', '10000002', whole)])).toBe('receipt-already-recorded')
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
  // The conditions of a relief that is one of transfers, and of deferral, are none of this reward.
  const rules = reward?.tax.rules.map(({ cite: { source, at } }) => `${source} ${at}`)
  expect(rules).toEqual(['cn-income-tax-law a9.p1', 'gd-2025 a17.p2'])
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
