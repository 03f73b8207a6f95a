import { addDays, day } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { papersOfProcedure } from '../../papers/catalogue.ts'
import { citableIn } from '../citable.ts'
import { cumulativeOf } from '../cumulative.ts'
import { receivedIn } from '../state.ts'
import { stateAfter } from '../testing/lines.ts'
import {
  attempt,
  law,
  line,
  mainLine,
  plan,
  refusal,
  type Step,
  upTo,
  walk,
} from '../testing/main-line.ts'
import { transferCase } from '../transfer-case.ts'

// A cost that was deducted comes back after the payout: what was deducted too much is shared out like a receipt.

const paid = upTo('closed')
const back = (more: Record<string, unknown> = {}, on = '2026-08-03'): Step => [
  on,
  'finance',
  'costReimbursed',
  {
    ...{ cost: '记-5', kind: 'third_party', amount: '1000000', voucher: '收-1' },
    ...{ reason: '中介机构退还部分服务费', ...more },
  },
]
const takenBack = (voucher = '收-1', on = '2026-08-04'): Step => [
  on,
  'finance',
  'reimbursementTakenBack',
  { reimbursement: voucher, reason: '误记' },
]
const shares = (net: bigint) => {
  const team = (net * 70n + 99n) / 100n
  const office = (net * 15n) / 100n
  return { team, office, house: net - team - office }
}
/** Everything from the plan to the payout of what waits. */
function sharedOut(net: bigint, from: string): readonly Step[] {
  const { team, office, house } = shares(net)
  const lines = [line('示例甲', false, `${team}`), line('示例乙', true, '0')]
  const on = (days: number) => addDays(day(from), days)
  const told = lines.map(({ name, amount }) => ({ name, amount }))
  return [
    [
      on(0),
      'team_rep',
      'planDrafted',
      {
        ...plan,
        lines,
        ...{ toTto: `${office}`, toTtoStaff: `${office}`, toInstitution: `${house}` },
      },
    ],
    [on(0), 'inventor', 'planAgreed', { member: '示例甲' }],
    [on(0), 'inventor', 'planAgreed', { member: '示例乙' }],
    [on(1), 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
    [on(18), 'tto_negotiator', 'planNoticeCertified', { lastShownOn: on(17) }],
    [on(19), 'finance', 'paid', { lines: told, proof: '批次-2' }],
  ]
}

test('what came back of a deducted cost waits to be shared out, and is no price that was paid', () => {
  const state = stateAfter([...paid, back()])
  expect(transferCase.facts(state)).toMatchObject({
    grossIncome: '1000000',
    receivedTotal: '100000000',
    allReceiptsDistributed: false,
  })
  expect(receivedIn(state)).toBe(100_000_000n)
  const shut: Step = ['2026-08-05', 'tto_negotiator', 'closed', { summary: '办结' }]
  expect(refusal(attempt([...paid, back()], shut))).not.toBe('accepted')
  const after = [...paid, back(), ...sharedOut(1_000_000n, '2026-08-04')]
  const last: Step = ['2026-08-26', 'tto_negotiator', 'closed', { summary: '办结' }]
  expect(refusal(attempt(after, last))).toBe('accepted')
})

test('under the law of the case: less than the floor to the team is refused with its article', () => {
  const { lines: _lines, ...rest } = plan
  const little: Step = [
    '2026-08-04',
    'team_rep',
    'planDrafted',
    {
      ...rest,
      lines: [line('示例甲', false, '699999'), line('示例乙', true, '0')],
      ...{ toTto: '0', toTtoStaff: '0', toInstitution: '300001' },
    },
  ]
  expect(refusal(attempt([...paid, back()], little))).toContain('gd.allocation')
})

test('a case that was closed is reopened for it first', () => {
  expect(refusal(attempt(mainLine, back()))).toBe('case-closed')
  const open: Step = ['2026-08-02', 'tto_negotiator', 'reopened', { reason: '费用退回' }]
  expect(refusal(attempt([...mainLine, open], back()))).toBe('accepted')
})

test('never more than was deducted, of a cost the law deducted, after it was', () => {
  expect(refusal(attempt(paid, back({ amount: '4000001' })))).toBe('reimbursed-too-much')
  expect(refusal(attempt(paid, back({ amount: '0' })))).toBe('reimbursed-too-much')
  const more = back({ amount: '3000001', voucher: '收-2' })
  expect(refusal(attempt([...paid, back()], more))).toBe('reimbursed-too-much')
  expect(refusal(attempt(paid, back({ cost: '记-9' })))).toBe('no-deducted-cost')
  expect(refusal(attempt(paid, back({ kind: 'tax' })))).toBe('no-deducted-cost')
  // Upkeep went along with the payout without effect (article 23).
  const upkeep = back({ cost: '记-4', kind: 'upkeep' })
  expect(refusal(attempt(paid, upkeep))).toBe('cost-not-deducted')
  expect(refusal(attempt(upTo('planDrafted'), back()))).toBe('nothing-paid')
  expect(refusal(attempt(paid, ['2026-07-01', ...back().slice(1)] as unknown as Step))).toBe(
    'before-what-it-rests-on',
  )
})

test('one voucher of money that came in stands once', () => {
  const again = back({ amount: '1', cost: '记-2', kind: 'tax' })
  expect(refusal(attempt([...paid, back()], again))).toBe('voucher-of-another-receipt')
  expect(refusal(attempt(paid, back({ voucher: '记-1' })))).toBe('voucher-of-another-receipt')
  const refund: Step = [
    '2026-08-04',
    'finance',
    'receiptRefunded',
    { receipt: '收-1', cause: 'refund', amount: '1', voucher: '退-1' },
  ]
  expect(refusal(attempt([...paid, back()], refund))).toBe('no-such-receipt')
})

test('what was recorded as income by mistake, and corrected, is recorded as come back', () => {
  const income = { amount: '1000', voucher: '收-9', inBudget: true, beyond: '误记' }
  const mistaken: Step = ['2026-08-03', 'finance', 'receiptRecorded', income]
  const corrected: Step = [
    '2026-08-03',
    'finance',
    'receiptRefunded',
    { receipt: '收-9', cause: 'entry_error', amount: '1000', voucher: '更-9' },
  ]
  const told = back({ voucher: '收-9', amount: '1000' })
  expect(refusal(attempt([...paid, mistaken], told))).toBe('voucher-of-another-receipt')
  expect(refusal(attempt([...paid, mistaken, corrected], told))).toBe('accepted')
})

test('the report counts the receipts of the contract, and none that came back', () => {
  const report = papersOfProcedure['transfer']?.find(({ fields }) => '收入情况' in fields)
  const field = report?.fields['收入情况']
  if (field?.kind !== 'text') throw new TypeError('There is no such field.')
  const said = (steps: readonly Step[]) => field.say({ state: stateAfter(steps) } as never)
  expect(said(paid)).toContain('已到账 1 笔')
  expect(said([...paid, back()])).toBe(said(paid))
})

test('it is taken back with a reason until it is shared out, and then reversed first', () => {
  const state = stateAfter([...paid, back(), takenBack()])
  expect(citableIn(state, 'reimbursement')).toEqual([])
  expect(transferCase.facts(state)).toMatchObject({ allReceiptsDistributed: true })
  expect(refusal(attempt([...paid, back(), takenBack()], takenBack()))).toBe('no-reimbursement')
  expect(refusal(attempt([...paid, back(), takenBack()], back()))).toBe('accepted')
  const out = [...paid, back(), ...sharedOut(1_000_000n, '2026-08-04')]
  expect(refusal(attempt(out, takenBack('收-1', '2026-08-25')))).toBe('no-reimbursement')
  const reversed: Step = [
    '2026-08-25',
    'leaders',
    'distributionReversed',
    { cause: 'other_cause', account: '误记', resolution: '院发（示例）9号' },
  ]
  expect(refusal(attempt([...out, reversed], takenBack('收-1', '2026-08-25')))).toBe('accepted')
})

test('a cost of which something came back is not withdrawn beside it', () => {
  const reversed: Step = [
    '2026-08-05',
    'leaders',
    'distributionReversed',
    { cause: 'other_cause', account: '重算', resolution: '院发（示例）9号' },
  ]
  const gone: Step = [
    '2026-08-05',
    'finance',
    'costWithdrawn',
    { kind: 'third_party', cost: '记-5', amount: '4000000', reason: '误记' },
  ]
  const open = [...paid, back(), reversed]
  expect(refusal(attempt(open, gone))).toBe('reimbursed-before')
  expect(refusal(attempt([...open, takenBack('收-1', '2026-08-05')], gone))).toBe('accepted')
})

test('a form offers what was deducted with what may still come back of it', () => {
  const told = citableIn(stateAfter([...paid, back()]), 'deducted')
  expect(told.map(({ voucher, left }) => [voucher, left])).toEqual([
    ['记-5', '3000000'],
    ['记-4', '3000000'],
    ['记-3', '2000000'],
    ['记-2', '6000000'],
  ])
  expect(citableIn(stateAfter([...paid, back()]), 'reimbursement')).toMatchObject([
    { voucher: '收-1', left: '1000000' },
  ])
})

const { numRuns = 30 } = fc.readConfigureGlobal()

test('whatever comes back, all distributions share out the receipts less what costs were borne', () => {
  const costs = [
    { cost: '记-2', kind: 'tax', whole: 6_000_000 },
    { cost: '记-3', kind: 'appraisal', whole: 2_000_000 },
    { cost: '记-5', kind: 'third_party', whole: 4_000_000 },
  ] as const
  const one = fc.record({
    at: fc.nat(2),
    amount: fc.integer({ min: 1, max: 3_000_000 }),
    isTakenBack: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (story) => {
      const steps: Step[] = [...paid]
      const left = costs.map(({ whole }) => whole)
      let came = 0
      for (const [n, { at, amount, isTakenBack }] of story.entries()) {
        const { cost, kind } = costs[at] as (typeof costs)[number]
        const step = back({ cost, kind, amount: `${amount}`, voucher: `收-${n}` })
        const isTooMuch = amount > (left[at] as number)
        expect(refusal(attempt(steps, step))).toBe(isTooMuch ? 'reimbursed-too-much' : 'accepted')
        if (isTooMuch) continue
        steps.push(step)
        if (isTakenBack) steps.push(takenBack(`收-${n}`, '2026-08-03'))
        else {
          left[at] = (left[at] as number) - amount
          came += amount
        }
      }
      if (came > 0) steps.push(...sharedOut(BigInt(came), '2026-08-04'))
      const { acts, last } = walk(steps)
      expect(refusal(last)).toBe('accepted')
      const { total } = cumulativeOf({ law }, acts, day('2026-09-30'))
      const borne = left.reduce((sum, fen) => sum + BigInt(fen), 0n)
      expect(total.net).toBe(100_000_000n - borne)
      expect(total.parts.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total.net)
    }),
    { numRuns },
  )
})
