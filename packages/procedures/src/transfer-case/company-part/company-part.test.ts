import { expect, test } from 'vitest'
import { stateAfter } from '../testing/lines.ts'
import { attempt, line, plan, refusal, type Step, upTo } from '../testing/main-line.ts'
import { companyStanding, companyUnsettled } from './company-part.ts'

// The part of the platform company is owed with the payout, passed on, shown until then, and given back where the
// distribution is reversed.

const own = {
  ...plan,
  lines: [line('示例甲', false, '11000000'), line('示例乙', true, '10000000')],
  ...{ toTto: '4500000', toTtoStaff: '500000', toCompany: '700000', toInstitution: '4500000' },
  takesReceipts: [{ voucher: '记-1', amount: '40000000' }],
  takesCosts: [
    { kind: 'tax', voucher: '记-2', amount: '6000000' },
    { kind: 'third_party', voucher: '记-5', amount: '4000000' },
  ],
}
const paid: readonly Step[] = [
  ...upTo('planDrafted'),
  ['2026-07-02', 'team_rep', 'planDrafted', own],
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例甲' }],
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例乙' }],
  ['2026-07-03', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
  ['2026-07-21', 'tto_negotiator', 'planNoticeCertified', { lastShownOn: '2026-07-20' }],
  [
    '2026-07-22',
    'finance',
    'paid',
    { lines: own.lines.map(({ name, amount }) => ({ name, amount })), proof: '批次-1' },
  ],
]
const settled = (amount: string, way = 'passed_on', on = '2026-07-23'): Step => [
  on,
  'finance',
  'companyPartSettled',
  { way, amount, proof: '转付-1' },
]
const answer = (steps: readonly Step[], step: Step) => refusal(attempt(steps, step))

test('it is owed once the plan is paid, and passed on with proof, no fen more', () => {
  expect(companyStanding(stateAfter(paid))).toEqual({ due: 700_000n, passedOn: 0n, held: 700_000n })
  expect(answer(paid.slice(0, -1), settled('1', 'passed_on', '2026-07-21'))).toBe(
    'more-than-company-part',
  )
  expect(answer(paid, settled('700001'))).toBe('more-than-company-part')
  expect(answer(paid, settled('1', 'passed_on', '2026-07-21'))).toBe('before-what-it-rests-on')
  expect(answer(paid, settled('1', 'returned'))).toBe('more-than-company-part')
  expect(companyUnsettled.stops(stateAfter(paid))).toBe(true)
  const done = [...paid, settled('300000'), settled('400000')]
  expect(companyStanding(stateAfter(done)).held).toBe(0n)
  expect(answer(done, settled('1'))).toBe('more-than-company-part')
  expect(companyUnsettled.stops(stateAfter(done))).toBe(false)
})

test('where the distribution is reversed the company gives back what it was given', () => {
  const reversal: Step = [
    '2026-07-24',
    'leaders',
    'distributionReversed',
    { cause: 'other_cause', account: '份额有误', resolution: '决议-1' },
  ]
  const gone = [...paid, settled('700000'), reversal]
  expect(companyStanding(stateAfter(gone)).held).toBe(-700_000n)
  const back = settled('700000', 'returned', '2026-07-25')
  expect(answer(gone, back)).toBe('accepted')
  expect(companyStanding(stateAfter([...gone, back])).held).toBe(0n)
})
