import { day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { assessCase } from '../procedure/assess-case.ts'
import { lawOf, type Step, said, walk } from '../procedure/testing/walk.ts'
import { transferCase } from '../transfer-case/transfer-case.ts'
import { serviceContract } from './service-contract.ts'
import { steps } from './steps.ts'

// Three kinds of contract from the approval to the reward, under the guidelines and under the draft.

const guangdong = lawOf('cn', 'cn-gd-2025')
const shanghai = lawOf('cn', 'cn-sh-draft-2024')

const opening = {
  title: '示例检测服务',
  kind: 'service',
  client: '示例药企（虚构）',
  team: [{ name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }],
  relatedPartiesDeclared: true,
}
const opened: Step = ['2026-02-02', 'tto_negotiator', 'serviceOpened', opening]
const approved: Step = [
  '2026-02-10',
  'leaders',
  'contractApproved',
  { body: '办公会', document: '批-1' },
]
const signed: Step = [
  '2026-02-20',
  'tto_negotiator',
  'serviceSigned',
  { number: '合-1', price: '10000000' },
]
const registered: Step = [
  '2026-03-01',
  'tto_negotiator',
  'serviceRegistered',
  { outcome: 'registered', number: '登-1' },
]
const accepted: Step = [
  '2026-05-01',
  'tto_negotiator',
  'serviceAccepted',
  { note: '合格', acceptedBy: '委托方' },
]
const received: Step = [
  '2026-05-10',
  'finance',
  'incomeReceived',
  { amount: '10000000', voucher: '记-1' },
]
const actual = {
  method: 'actual_cost',
  taxes: '600000',
  performanceCosts: '3400000',
  statement: '结-1',
}
const settled: Step = ['2026-05-12', 'finance', 'netSettled', actual]
const planOf = (amount: string, more: object = {}): Step => [
  '2026-05-14',
  'tto_negotiator',
  'rewardPlanned',
  {
    ...{ pool: amount, rule: '三技办法1号', ruleInForceOn: '2026-01-01', share: '50%' },
    lines: [{ ...opening.team[0], share: '100%' }],
    ...more,
  },
]
const agreed: Step = [
  '2026-05-14',
  'tto_negotiator',
  'rewardAgreed',
  { member: '示例甲', paper: '签字件（示例）' },
]
const payout = (amount: string, name = '示例甲'): Step => [
  '2026-05-20',
  'finance',
  'rewardPaid',
  { lines: [{ name, amount }], proof: '批-9' },
]
const planned = planOf('3000000')
const paid = payout('3000000')
/** A reward from its plan to its payment. */
const paying = (amount: string, more: object = {}) => [planOf(amount, more), agreed, payout(amount)]
const closing: Step = ['2026-05-21', 'tto_negotiator', 'closed', { summary: '完成' }]
const line = [
  ...[opened, approved, signed, registered, accepted, received, settled],
  ...[planned, agreed, paid, closing],
]
const upTo = (type: string) =>
  line.slice(
    0,
    line.findIndex((step) => step[2] === type),
  )
const answer = (steps: readonly Step[], step: Step, law = guangdong) =>
  said(walk(serviceContract, law, [...steps, step]).last)
const answerTo = (steps: readonly Step[]) => said(walk(serviceContract, guangdong, steps).last)

test('from the approval to the reward and the closing', () => {
  const { state, last } = walk(serviceContract, guangdong, line)
  expect(said(last)).toBe('accepted')
  expect(state?.status).toBe('closed')
  expect(state && serviceContract.line(state)).toMatchObject({
    received: '10000000',
    distributed: '3000000',
  })
})

describe('refused', () => {
  test.each<[string, readonly Step[], Step, string]>([
    [
      'with undeclared interests',
      [
        [
          '2026-02-02',
          'tto_negotiator',
          'serviceOpened',
          { ...opening, relatedPartiesDeclared: false },
        ],
      ],
      approved,
      'interests-undeclared',
    ],
    ['signed before the approval', upTo('contractApproved'), signed, 'not-approved'],
    ['registered before the contract', upTo('serviceSigned'), registered, 'not-signed'],
    ['settled before acceptance', upTo('serviceAccepted'), settled, 'not-accepted'],
    ['settled before money came', upTo('incomeReceived'), settled, 'nothing-received'],
    ['paid to a stranger', upTo('rewardPlanned'), payout('1', '示例癸'), 'not-of-the-team'],
    ['paid without a plan', upTo('rewardPlanned'), paid, 'no-reward-plan'],
    [
      'planned without a rule',
      upTo('rewardPlanned'),
      planOf('3000000', { rule: undefined }),
      'gd.service.rule',
    ],
    [
      'planned by a rule of later',
      upTo('rewardPlanned'),
      planOf('3000000', { ruleInForceOn: '2026-06-01' }),
      'gd.service.rule',
    ],
    ['a fen over the share', upTo('rewardPlanned'), planOf('3000001'), 'gd.service.reward'],
    ['closed while unregistered', [opened, approved, signed], closing, 'not-registered'],
    ['accepted twice', upTo('incomeReceived'), accepted, 'already-accepted'],
    [
      'withdrawn after signing',
      upTo('serviceRegistered'),
      ['2026-03-01', 'tto_negotiator', 'withdrawn', { reason: 'x' }],
      'already-signed',
    ],
  ])('%s', (_what, steps, step, expected) => {
    expect(answer(steps, step)).toBe(expected)
  })

  test('a second reward counts with the first', () => {
    expect(answer(upTo('closed'), planOf('1'))).toBe('gd.service.reward')
  })
})

test('a refused registration is filed again', () => {
  const refusedOnce: Step = [
    '2026-03-01',
    'tto_negotiator',
    'serviceRegistered',
    { outcome: 'refused' },
  ]
  expect(answer([...upTo('serviceRegistered'), refusedOnce], registered)).toBe('accepted')
  expect(answer(upTo('serviceAccepted'), registered)).toBe('already-registered')
})

test('a contract that ends early still pays for what was done', () => {
  const ended: Step = ['2026-05-13', 'legal', 'serviceTerminated', { reason: '委托方撤项' }]
  expect(answer([...upTo('rewardPaid'), ended], paid)).toBe('accepted')
  expect(answer([...upTo('rewardPaid'), ended], accepted)).toBe('already-accepted')
  expect(answer([...upTo('rewardPaid'), ended], registered)).toBe('case-terminated')
})

test('one that ends before it is registered and accepted is rewarded for what was delivered, or closed', () => {
  const ended: Step = ['2026-04-01', 'legal', 'serviceTerminated', { reason: '委托方撤项' }]
  const early: readonly Step[] = [opened, approved, signed]
  // Nothing came in: it is closed, with its reason.
  expect(answer([...early, ended], closing)).toBe('accepted')
  const { state } = walk(serviceContract, guangdong, [...early, ended])
  expect(state && steps.closed.needed?.(state)).toBe(true)
  expect(state && steps.serviceAccepted.needed?.(state)).toBe(false)
  // What was delivered is accepted, settled and rewarded; what was not is not.
  const paidIn = [...early, ended, received]
  expect(answer(paidIn, settled)).toBe('not-accepted')
  const rewarded = [...paidIn, accepted, settled, planned, agreed, paid]
  expect(answerTo(rewarded)).toBe('accepted')
  expect(answer(rewarded, closing)).toBe('accepted')
})

test('the draft works out net income by a fixed ratio with a basis', () => {
  const fixed = (more: object): Step => [
    settled[0],
    settled[1],
    settled[2],
    { method: 'fixed_ratio', taxes: '600000', costRatio: '40%', statement: '结-1', ...more },
  ]
  const status = (step: Step, norm: string) => {
    const { state } = walk(serviceContract, shanghai, [
      ...upTo('netSettled'),
      step,
      planned,
      agreed,
      paid,
    ])
    if (!state) throw new Error('no state')
    const { findings } = assessCase(serviceContract, { law: shanghai }, state, day('2026-05-20'))
    return findings.find((one) => one.norm === norm)?.status
  }
  expect(status(fixed({ ratioRuled: true }), 'sh.service.cost-ratio')).toBe('met')
  expect(status(fixed({}), 'sh.service.cost-ratio')).toBe('breached')
  expect(status(fixed({ ratioRuled: true }), 'sh.service.reward')).toBe('met')
  expect(status(fixed({ ratioRuled: true, costRatio: '50%' }), 'sh.service.reward')).toBe(
    'breached',
  )
})

test('more than was agreed is recorded for a reason only, unless its terms leave it open', () => {
  const more = (amount: string, said: object = {}): Step => [
    '2026-05-11',
    'finance',
    'incomeReceived',
    { amount, voucher: '记-3', ...said },
  ]
  const signedOnly = upTo('incomeReceived')
  expect(answer(signedOnly, more('10000000'))).toBe('accepted')
  expect(answer(signedOnly, more('10000001'))).toBe('receipt-beyond-agreed')
  expect(answer([...signedOnly, received], more('1'))).toBe('receipt-beyond-agreed')
  expect(answer(signedOnly, more('10000001', { beyond: '违约金（示例）' }))).toBe('accepted')
  expect(answer(signedOnly, more('10000001', { agreedSum: '10000001' }))).toBe('accepted')
  expect(answer(signedOnly, more('99900000000000', { agreedSum: 'open' }))).toBe('accepted')
})

test('settled by a ratio, the costs may be said as well: where the law counts from them, it is paid', () => {
  const [on, by, type] = settled
  const byRatio = {
    method: 'fixed_ratio',
    costRatio: '40%',
    ratioRuled: true,
    ratioFromFinance: true,
  }
  const settle = (more: object): Step => [on, by, type, { ...actual, ...byRatio, ...more }]
  const before = upTo('netSettled')
  expect(answer([...before, settle({})], planned)).toBe('accepted')
  expect(answer([...before, settle({ performanceCosts: undefined })], planned)).not.toBe('accepted')
  const fit = serviceContract.acts['netSettled']?.fits
  expect(fit?.(undefined as never, { method: 'fixed_ratio' })?.hides).toEqual([])
})

test('what comes in after the settlement is not paid from before it is settled as well', () => {
  const later: Step = [
    '2026-05-13',
    'finance',
    'incomeReceived',
    { amount: '90000000', voucher: '记-2', beyond: '补充约定（示例）' },
  ]
  const more = paying('45000000')
  const before = upTo('rewardPlanned')
  expect(answer([...before, later], planOf('45000000'))).toBe('gd.service.reward')
  const again: Step = ['2026-05-14', 'finance', 'netSettled', actual]
  expect(answerTo([...before, later, again, ...more])).toBe('accepted')
})

test('each statement brings its own costs; one of the same number takes the place of the one before', () => {
  const later: Step = [
    '2026-05-13',
    'finance',
    'incomeReceived',
    { amount: '20000000', voucher: '记-2', beyond: '补充约定（示例）' },
  ]
  const settle = (statement: string, performanceCosts: string): Step => [
    '2026-05-14',
    'finance',
    'netSettled',
    { ...actual, statement, performanceCosts },
  ]
  const pay = (amount: string) => planOf(amount)
  const before = [...upTo('rewardPlanned'), later]
  // Thirty million came; ten million were settled with four of costs, the rest with two and six tenths.
  const second = [...before, settle('结-2', '2000000')]
  expect(answer(second, pay('11700000'))).toBe('accepted')
  expect(answer(second, pay('11700001'))).toBe('gd.service.reward')
  const corrected = [...before, settle('结-1', '2000000')]
  expect(answer(corrected, pay('13700000'))).toBe('accepted')
  expect(answer(corrected, pay('13700001'))).toBe('gd.service.reward')
})

test('statements by different methods have no one method that the draft could count by', () => {
  const ratio = { method: 'fixed_ratio', costRatio: '40%', ratioRuled: true }
  const mixed: Step = [
    '2026-05-14',
    'finance',
    'netSettled',
    { ...actual, ...ratio, statement: '结-2' },
  ]
  const { state } = walk(serviceContract, shanghai, [...upTo('rewardPlanned'), mixed])
  const facts = state && serviceContract.facts(state)
  expect(facts).not.toHaveProperty('serviceNetMethod')
  expect(facts).not.toHaveProperty('serviceCostRatio')
  expect(facts).toMatchObject({ performanceCosts: '6800000', serviceCostRatioRuled: false })
})

test('found to be no technology contract by mistake, it is registered after all', () => {
  const mistaken: Step = [
    '2026-03-01',
    'tto_negotiator',
    'serviceRegistered',
    { outcome: 'not_technology' },
  ]
  expect(answer([...upTo('serviceRegistered'), mistaken], registered)).toBe('accepted')
})

test('a rule whose first day nobody told is none to pay by', () => {
  expect(answer(upTo('rewardPlanned'), planOf('3000000', { ruleInForceOn: undefined }))).toBe(
    'gd.service.rule',
  )
})

test('a registered contract asks for its certificate, and is recorded without', () => {
  const { asksPaper } = serviceContract.acts['serviceRegistered'] ?? {}
  expect(asksPaper?.({ outcome: 'registered' })?.cite.source).toBe('cn-vat-exemption-2016')
  expect(asksPaper?.({ outcome: 'refused' })).toBeUndefined()
  expect(answerTo(upTo('serviceAccepted'))).toBe('accepted')
  const transfer = transferCase.acts['contractRegistered']?.asksPaper
  expect(transfer?.({ outcome: 'registered' })).toBeDefined()
})
