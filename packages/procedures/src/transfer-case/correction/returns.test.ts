import { expect, test } from 'vitest'
import { stateAfter } from '../testing/lines.ts'
import { attempt, line, mainLine, plan, refusal, type Step, upTo } from '../testing/main-line.ts'
import { transferCase } from '../transfer-case.ts'
import { correctedPayout, heldBack, owedStill } from './settlement.ts'

// Money that did not stay where a payout put it. 31.6 million fen went to one, 30 to another.

const paid = upTo('closed')
const leaders = (on: string): Step => [
  on,
  'leaders',
  'distributionReversed',
  { cause: 'share_wrong', account: '份额写反', resolution: '院发（示例）8号' },
]
const step = (on: string, type: string, data: Record<string, unknown>): Step => [
  on,
  'finance',
  type,
  data,
]
const one = { name: '示例甲', award: 'cash' }
const back = (amount: string, on = '2026-08-02') =>
  step(on, 'paymentReturned', { ...one, amount, proof: '退-1' })
const again = (amount: string, on = '2026-08-05') =>
  step(on, 'paymentRepeated', { ...one, amount, proof: '批次-2' })
const given = (amount: string) =>
  step('2026-08-06', 'recoveryRecorded', { ...one, way: 'repaid', amount, proof: '收-1' })
const closing: Step = ['2026-08-26', 'tto_negotiator', 'closed', { summary: '办结' }]

test('what never reached somebody is nothing to recover of a payout that is reversed', () => {
  for (const steps of [
    [...paid, back('31600000'), leaders('2026-08-03')],
    [...paid, leaders('2026-08-01'), back('31600000')],
  ]) {
    const state = stateAfter(steps)
    expect(heldBack(state).cash).toEqual(new Map([['示例乙', 30_000_000n]]))
    expect(owedStill(state).cash.size).toBe(0)
    expect(refusal(attempt(steps, given('1')))).toBe('more-than-held')
    expect(refusal(attempt(steps, again('1')))).toBe('more-than-owed')
  }
})

test('what came back of a payout that stands is owed until it is paid again', () => {
  const steps = [...paid, back('31600000')]
  expect(owedStill(stateAfter(steps)).cash).toEqual(new Map([['示例甲', 31_600_000n]]))
  expect(refusal(attempt(steps, closing))).toBe('return-open')
  expect(refusal(attempt(steps, again('31600001')))).toBe('more-than-owed')
  expect(refusal(attempt([...steps, again('31600000')], closing))).toBe('accepted')
  // The bank may return it after the case is closed.
  const closed = [...mainLine, back('31600000', '2026-09-01')]
  expect(refusal(attempt(closed, again('31600000', '2026-09-02')))).toBe('accepted')
})

test('no more comes back than was handed over, and nothing of what payment orders paid', () => {
  expect(refusal(attempt(paid, back('31600001')))).toBe('more-than-paid')
  expect(refusal(attempt([...paid, back('31600000')], back('1')))).toBe('more-than-paid')
  expect(refusal(attempt(upTo('paid'), back('1')))).toBe('more-than-paid')
  const byOrders = paid.map(
    (told): Step =>
      told[2] === 'paid' ? step(told[0], 'paid', { ...told[3], orderedAt: 25 }) : told,
  )
  expect(refusal(attempt(byOrders, back('1')))).toBe('more-than-paid')
  const told = step('2026-08-02', 'paymentReturned', {
    ...{ ...one, amount: '31600000', proof: '回单-2', reference: 'ABCDEF01-00001' },
  })
  const state = stateAfter([...byOrders, told])
  expect(owedStill(state).cash.get('示例甲')).toBe(31_600_000n)
  // They order it again; the case itself waits for finance only where it was paid by hand.
  const isAsked = transferCase.acts['paymentRepeated']?.needed
  expect(isAsked?.(state)).toBe(false)
  expect(isAsked?.(stateAfter([...paid, back('31600000')]))).toBe(true)
})

test('money that somebody gave back does not come back from the bank as well', () => {
  const reversed = [...paid, leaders('2026-08-03')]
  const part = [...reversed, given('10000000')]
  expect(refusal(attempt(part, back('21600001', '2026-08-07')))).toBe('more-than-paid')
  const whole = [...part, back('21600000', '2026-08-07')]
  const state = stateAfter(whole)
  expect(owedStill(state).cash.size).toBe(0)
  expect(heldBack(state).cash).toEqual(new Map([['示例乙', 30_000_000n]]))
  expect(refusal(attempt(whole, back('1', '2026-08-08')))).toBe('more-than-paid')
})

/** The plan as it was noticed, its shares disputed, and the dispute upheld after money went out. */
const upheld: readonly Step[] = [
  ...upTo('paid'),
  ['2026-07-22', 'public', 'planObjected', { name: '示例丁', text: '份额不符' }],
  [
    '2026-07-24',
    'tto_reviewer',
    'planObjectionFound',
    { finding: '示例甲的份额有误', outcome: 'amend' },
  ],
]
const takenIn = (amount: string, name = '示例甲') =>
  step('2026-07-27', 'fallenPlanTakenIn', {
    ...{ lines: [{ name, award: 'cash', amount }], proof: '批次-1' },
  })
const fresh = {
  ...plan,
  lines: [line('示例甲', false, '21600000'), line('示例乙', true, '40000000')],
}
const afresh: readonly Step[] = [
  ['2026-07-28', 'team_rep', 'planDrafted', fresh],
  ['2026-07-28', 'inventor', 'planAgreed', { member: '示例甲' }],
  ['2026-07-28', 'inventor', 'planAgreed', { member: '示例乙' }],
  ['2026-07-29', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
  ['2026-08-14', 'tto_negotiator', 'planNoticeCertified', { lastShownOn: '2026-08-13' }],
  step('2026-08-17', 'paid', {
    lines: fresh.lines.map(({ name, amount }) => ({ name, amount })),
    proof: '批次-2',
  }),
]

test('what a plan paid before an objection overturned it is set off by the plan that follows', () => {
  const steps = [...upheld, takenIn('31600000')]
  const state = stateAfter(steps)
  expect(heldBack(state).cash).toEqual(new Map([['示例甲', 31_600_000n]]))
  // The plan that fell asks nobody for anything, and is not paid.
  expect(correctedPayout(state)).toBeUndefined()
  const old = paid.find(([, , type]) => type === 'paid') as Step
  expect(refusal(attempt(steps, step('2026-07-28', 'paid', old[3])))).toContain('gd.plan')
  const after = stateAfter([...steps, ...afresh])
  expect(heldBack(after).cash).toEqual(new Map([['示例甲', 10_000_000n]]))
  expect(
    correctedPayout(after)?.map(({ name, toPay, toReturn }) => [name, toPay, toReturn]),
  ).toEqual([
    ['示例甲', 0n, 10_000_000n],
    ['示例乙', 40_000_000n, 0n],
  ])
  const last = step('2026-08-18', 'recoveryRecorded', {
    ...{ ...one, way: 'repaid', amount: '10000000', proof: '收-1' },
  })
  expect(refusal(attempt([...steps, ...afresh], closing))).toBe('recovery-open')
  expect(refusal(attempt([...steps, ...afresh, last], closing))).toBe('accepted')
})

test('only what a plan that fell gave is taken in, once', () => {
  expect(refusal(attempt(upTo('paid'), takenIn('31600000')))).toBe('plan-stands')
  expect(refusal(attempt(upheld, takenIn('31600001')))).toBe('unlike-fallen-plan')
  expect(refusal(attempt(upheld, takenIn('1', '示例丙')))).toBe('unlike-fallen-plan')
  const twice = [...upheld, takenIn('31600000')]
  expect(refusal(attempt(twice, takenIn('1', '示例乙')))).toBe('taken-in-before')
})
