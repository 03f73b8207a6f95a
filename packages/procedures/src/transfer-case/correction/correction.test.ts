import { expect, test } from 'vitest'
import { stateAfter } from '../testing/lines.ts'
import { attempt, line, mainLine, plan, refusal, type Step, upTo } from '../testing/main-line.ts'
import { transferCase } from '../transfer-case.ts'
import { isNobody } from './accounts.ts'
import { heldBack, settlementOf } from './settlement.ts'

// 2.3: a distribution that was paid and is found wrong. 88 million fen were shared out: 61.6 to two persons.

const paid = upTo('closed')
const reversed: Step = [
  '2026-08-03',
  'leaders',
  'distributionReversed',
  { cause: 'cost_late', account: '中介费发票迟到', resolution: '院发（示例）8号' },
]
const lateCost: Step = [
  '2026-08-03',
  'finance',
  'costRecorded',
  { kind: 'third_party', amount: '4000000', voucher: '记-9' },
]
const fresh = {
  ...plan,
  lines: [line('示例甲', false, '28800000'), line('示例乙', true, '30000000')],
  toTto: '12600000',
  toInstitution: '12600000',
}
const planned: readonly Step[] = [
  ['2026-08-04', 'team_rep', 'planDrafted', fresh],
  ['2026-08-04', 'inventor', 'planAgreed', { member: '示例甲' }],
  ['2026-08-04', 'inventor', 'planAgreed', { member: '示例乙' }],
  ['2026-08-05', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
  ['2026-08-21', 'tto_negotiator', 'planNoticeCertified', { lastShownOn: '2026-08-20' }],
]
const payout: Step = [
  '2026-08-24',
  'finance',
  'paid',
  { lines: fresh.lines.map(({ name, amount }) => ({ name, amount })), proof: '批次-2' },
]
const returned = (amount: string, name = '示例甲'): Step => [
  '2026-08-25',
  'finance',
  'recoveryRecorded',
  { name, way: 'repaid', amount, proof: '收据-1' },
]
const closing: Step = ['2026-08-26', 'tto_negotiator', 'closed', { summary: '更正完毕' }]
const corrected = [...paid, reversed, lateCost, ...planned, payout]

test('a late cost: reversed, shared out afresh, the difference given back, closed', () => {
  const state = stateAfter([...corrected, returned('2800000'), closing])
  expect(state.status).toBe('closed')
  expect(state.distributions).toHaveLength(1)
  expect(state.reversed).toHaveLength(1)
  expect(transferCase.line(state).distributed).toBe('58800000')
  expect(isNobody(heldBack(state))).toBe(true)
})

test('what was paid too much holds the closing back until it is returned, and no more is', () => {
  expect(refusal(attempt(corrected, closing))).toBe('recovery-open')
  expect(heldBack(stateAfter(corrected)).cash).toEqual(new Map([['示例甲', 2_800_000n]]))
  expect(refusal(attempt(corrected, returned('2800001')))).toBe('more-than-held')
  expect(refusal(attempt(corrected, returned('2800000', '示例乙')))).toBe('more-than-held')
  const part = [...corrected, returned('1000000')]
  expect(refusal(attempt(part, closing))).toBe('recovery-open')
  expect(refusal(attempt([...part, returned('1800000')], closing))).toBe('accepted')
})

test('what waits for a payout that takes it in is not written off, and so never paid twice', () => {
  const writtenOff = (on: string, amount: string): Step => [
    on,
    'finance',
    'recoveryRecorded',
    { name: '示例甲', way: 'written_off', amount, proof: '核销决定-1' },
  ]
  expect(refusal(attempt([...paid, reversed], writtenOff('2026-08-03', '31600000')))).toBe(
    'payout-first',
  )
  expect(refusal(attempt(corrected, writtenOff('2026-08-25', '2800000')))).toBe('accepted')
  const back: Step = ['2026-08-03', 'finance', 'recoveryRecorded', returned('31600000')[3]]
  expect(refusal(attempt([...paid, reversed], back))).toBe('accepted')
})

test('nothing is paid again without a plan and a notice of its own', () => {
  expect(refusal(attempt([...paid, reversed], payout))).toContain('gd.plan')
  const early: Step = [
    '2026-08-20',
    'tto_negotiator',
    'planNoticeCertified',
    { lastShownOn: '2026-08-19' },
  ]
  const noticed = [...paid, reversed, lateCost, ...planned.slice(0, -1)]
  expect(refusal(attempt(noticed, early))).toContain('gd.plan.notice')
  const old: Step = ['2026-08-04', 'team_rep', 'planDrafted', plan]
  expect(refusal(attempt([...paid, reversed, lateCost], old))).toContain('gd.allocation.whole')
})

test('a reversal is decided by the leaders, and takes what stands', () => {
  const [on, , type, data] = reversed
  expect(refusal(attempt(paid, [on, 'finance', type, data]))).toBe('role-not-allowed')
  expect(refusal(attempt([...paid, reversed], reversed))).toBe('nothing-paid')
  expect(refusal(attempt(mainLine, reversed))).toBe('case-closed')
})

test('a refund makes the receipt smaller, once it waits again and never below nothing', () => {
  const refund = (amount: string, receipt = '记-1'): Step => [
    '2026-08-03',
    'finance',
    'receiptRefunded',
    { receipt, cause: 'refund', amount, voucher: '退-1' },
  ]
  expect(refusal(attempt(paid, refund('100')))).toBe('no-such-receipt')
  const open = [...paid, reversed]
  expect(refusal(attempt(open, refund('100000001')))).toBe('refund-exceeds')
  expect(refusal(attempt(open, refund('100', '记-7')))).toBe('no-such-receipt')
  const state = stateAfter([...open, refund('60000000')])
  expect(transferCase.facts(state)).toMatchObject({
    grossIncome: '40000000',
    receivedTotal: '40000000',
  })
  expect(refusal(attempt([...open, refund('60000000')], refund('40000001')))).toBe('refund-exceeds')
})

test('a cost recorded in error is withdrawn before the shares are planned afresh', () => {
  const withdrawn = (cost: string): Step => [
    '2026-08-03',
    'finance',
    'costWithdrawn',
    { kind: 'third_party', cost, amount: '4000000', reason: '票据属于其他项目' },
  ]
  expect(refusal(attempt([...paid, reversed], withdrawn('记-6')))).toBe('no-such-cost')
  const state = stateAfter([...paid, reversed, withdrawn('记-5')])
  expect(state.costs.map(({ data }) => data.voucher)).toEqual(['记-2', '记-3', '记-4'])
})

test('somebody who was paid too little gets the difference, who is new all of it', () => {
  const held = {
    cash: new Map([
      ['示例甲', 30n],
      ['示例乙', 50n],
    ]),
    equity: new Map([['示例甲', 7n]]),
  }
  const lines = [
    { name: '示例甲', award: 'cash', amount: '40' },
    { name: '示例丙', award: 'cash', amount: '5' },
  ] as const
  // Shares that somebody has of a payout that was reversed settle nothing of the money due to them.
  expect(settlementOf(lines, held)).toEqual([
    { name: '示例甲', award: 'cash', due: 40n, had: 30n, toPay: 10n, toReturn: 0n },
    { name: '示例丙', award: 'cash', due: 5n, had: 0n, toPay: 5n, toReturn: 0n },
    { name: '示例乙', award: 'cash', due: 0n, had: 50n, toPay: 0n, toReturn: 50n },
    { name: '示例甲', award: 'equity', due: 0n, had: 7n, toPay: 0n, toReturn: 7n },
  ])
})
