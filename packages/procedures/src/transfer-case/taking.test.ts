import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsOf } from './facts.ts'
import {
  type CaseState,
  leftOf,
  type PlanState,
  pendingCosts,
  pendingReceipts,
  receivedIn,
} from './state.ts'
import { freed, settled, takenBy, wrongBalance, wrongTaking } from './taking.ts'
import { stateAfter } from './testing/lines.ts'
import { attempt, line, plan, refusal, type Step, upTo } from './testing/main-line.ts'

// 100 million fen arrived; tax 6, appraisal 2, upkeep 3 and a third party 4 million are booked.

const received = upTo('planDrafted')
const part = {
  ...plan,
  lines: [line('示例甲', false, '11000000'), line('示例乙', true, '10000000')],
  toTto: '4500000',
  toTtoStaff: '500000',
  toInstitution: '4500000',
  takesReceipts: [{ voucher: '记-1', amount: '40000000' }],
  takesCosts: [
    { kind: 'tax', voucher: '记-2', amount: '6000000' },
    { kind: 'third_party', voucher: '记-5', amount: '4000000' },
  ],
}
const drafted = (data: Record<string, unknown>): Step => [
  '2026-07-02',
  'team_rep',
  'planDrafted',
  data,
]
/** The rest, less the appraisal: 58 million. */
const rest: Step = [
  '2026-07-23',
  'team_rep',
  'planDrafted',
  {
    ...plan,
    lines: [line('示例甲', false, '20600000'), line('示例乙', true, '20000000')],
    toTto: '8700000',
    toCompany: '700000',
    toInstitution: '8700000',
    purposes: [
      { purpose: 'research_and_transfer', amount: '8000000' },
      { purpose: 'department', note: '示例科室', amount: '700000' },
    ],
  },
]
const through = (data: typeof plan): readonly Step[] => [
  drafted(data),
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例甲' }],
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例乙' }],
  ['2026-07-03', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
  ['2026-07-21', 'tto_negotiator', 'planNoticeCertified', { lastShownOn: '2026-07-20' }],
  [
    '2026-07-22',
    'finance',
    'paid',
    { lines: data.lines.map(({ name, amount }) => ({ name, amount })), proof: '批次-1' },
  ],
]

describe('a plan that takes a part', () => {
  test('rests on the net income of that part, and on no more', () => {
    expect(factsOf(stateAfter([...received, drafted(part)]))).toMatchObject({
      grossIncome: '40000000',
      costs: [
        { kind: 'tax', amount: '6000000' },
        { kind: 'third_party', amount: '4000000' },
      ],
    })
    const short = { ...part, toInstitution: '4499999' }
    expect(refusal(attempt(received, drafted(short)))).toContain('gd.allocation.whole')
    expect(refusal(attempt(received, drafted(part)))).toBe('accepted')
  })

  test('leaves the rest to a later plan, and no cost is deducted twice', () => {
    const paid = [...received, ...through(part)]
    expect(factsOf(stateAfter(paid))).toMatchObject({ grossIncome: '40000000' })
    expect(factsOf(stateAfter([...paid, rest]))).toMatchObject({
      grossIncome: '60000000',
      costs: [
        { kind: 'appraisal', amount: '2000000' },
        { kind: 'upkeep', amount: '3000000' },
      ],
      receivedTotal: '100000000',
      allReceiptsDistributed: false,
    })
    const again = { ...part, takesReceipts: [{ voucher: '记-1', amount: '50000000' }] }
    expect(refusal(attempt([...received, ...through(part)], drafted(again)))).toBe(
      'more-than-waits',
    )
  })

  test('is not overtaken by what comes later', () => {
    const later: Step = [
      '2026-07-10',
      'finance',
      'receiptRecorded',
      { amount: '500', voucher: '记-7', inBudget: true, beyond: '违约金（示例）' },
    ]
    const steps = through(part)
    const state = stateAfter([...received, ...steps.slice(0, 4), later, ...steps.slice(4)])
    expect(state.distributions).toHaveLength(1)
    expect(pendingReceipts(state).map(leftOf)).toEqual([60_000_000n, 500n])
  })

  test('is not made more by a later receipt of the same voucher', () => {
    const later: Step = [
      '2026-07-10',
      'finance',
      'receiptRecorded',
      {
        ...{ amount: '500', voucher: '记-1', voucherAmount: '100000500', inBudget: true },
        beyond: '违约金（示例）',
      },
    ]
    const steps = through(part)
    const state = stateAfter([...received, ...steps.slice(0, 4), later, ...steps.slice(4)])
    expect(pendingReceipts(state).map(leftOf)).toEqual([60_000_000n, 500n])
    expect(receivedIn(state)).toBe(100_000_500n)
  })

  test('is not paid where costs came after it that nothing is left for', () => {
    const most = {
      ...plan,
      takesReceipts: [{ voucher: '记-1', amount: '100000000' }],
      takesCosts: [
        ...part.takesCosts,
        { kind: 'appraisal', voucher: '记-3', amount: '2000000' },
        { kind: 'upkeep', voucher: '记-4', amount: '3000000' },
      ],
    }
    const cost: Step = [
      '2026-07-10',
      'finance',
      'costRecorded',
      { kind: 'third_party', amount: '100', voucher: '记-9' },
    ]
    const steps = through(most)
    const [payout] = steps.slice(-1)
    expect(refusal(attempt([...received, ...steps.slice(0, -1)], payout as Step))).toBe('accepted')
    const overtaken = [...received, ...steps.slice(0, 4), cost, ...steps.slice(4, -1)]
    expect(refusal(attempt(overtaken, payout as Step))).toBe('plan-overtaken')
  })

  test('leaves nothing that waits where the rest went back', () => {
    const back: Step = [
      '2026-07-23',
      'finance',
      'receiptRefunded',
      { receipt: '记-1', cause: 'refund', amount: '60000000', voucher: '退-1' },
    ]
    const state = stateAfter([...received, ...through(part), back])
    expect(pendingReceipts(state)).toEqual([])
    expect(factsOf(state)).toMatchObject({
      receivedTotal: '40000000',
      allReceiptsDistributed: true,
    })
  })

  test('is put back whole by a reversal', () => {
    const before = stateAfter(received)
    const after = stateAfter([
      ...received,
      ...through(part),
      [
        '2026-08-03',
        'leaders',
        'distributionReversed',
        { cause: 'other_cause', account: '示例', resolution: '院发（示例）8号' },
      ],
    ])
    expect(after.receipts).toEqual(before.receipts)
    expect(after.costs).toEqual(before.costs)
  })

  test.each([
    ['costs-without-receipts', { takesReceipts: undefined }],
    ['taken-twice', { takesReceipts: [...part.takesReceipts, ...part.takesReceipts] }],
    ['more-than-waits', { takesReceipts: [{ voucher: '记-1', amount: '100000001' }] }],
    ['more-than-waits', { takesReceipts: [{ voucher: '记-1', amount: '0' }] }],
    ['more-than-waits', { takesReceipts: [{ voucher: '记-99', amount: '1' }] }],
    ['more-than-waits', { takesCosts: [{ kind: 'appraisal', voucher: '记-2', amount: '1' }] }],
    ['costs-outweigh', { takesReceipts: [{ voucher: '记-1', amount: '9999999' }] }],
    ['costs-left-over', { takesReceipts: [{ voucher: '记-1', amount: '100000000' }] }],
    ['costs-left-over', { takesReceipts: [{ voucher: '记-1', amount: '98000001' }] }],
    ['company-part-exceeds', { toCompany: '4500001' }],
    ['purposes-not-whole', { purposes: [{ purpose: 'talent', amount: '4499999' }] }],
  ])('is refused: %s', (code, change) => {
    expect(refusal(attempt(received, drafted({ ...part, ...change })))).toBe(code)
  })
})

describe('any order of parts', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 5 })
  const moves = fc.array(
    fc.record({ isReversal: fc.boolean(), cut: fc.array(fc.nat(1000), { maxLength: 10 }) }),
    { maxLength: 12 },
  )

  test('loses and makes no fen, deducts a cost once, and comes back whole', () => {
    fc.assert(
      fc.property(amounts, amounts, moves, (receipts, costs, steps) => {
        const first = stateOf(receipts, costs)
        let state = first
        let standing = 0
        for (const { isReversal, cut } of steps) {
          if (isReversal && standing > 0) {
            standing -= 1
            state = back(state, standing)
          } else {
            const plan = planOf(state, cut)
            if (wrongTaking(state, plan.data) ?? wrongBalance(state, plan.data)) continue
            const taken = takenBy(state, plan)
            // There is nothing to share out any more.
            if (taken.receipts.length === 0) continue
            state = { ...state, ...settled(state, plan, standing) }
            standing += 1
            // Whatever is named, the costs that are left are covered by what is left.
            const [money, costsLeft] = [pendingReceipts(state), pendingCosts(state)]
            expect(totalOf(costsLeft) <= totalOf(money)).toBe(true)
          }
          expect(totalOf(state.receipts)).toBe(totalOf(first.receipts))
          expect(totalOf(state.costs)).toBe(totalOf(first.costs))
          expect(receivedIn(state)).toBe(receivedIn(first))
        }
        while (standing > 0) {
          standing -= 1
          state = back(state, standing)
        }
        expect(bySeq(state.receipts)).toEqual(first.receipts)
        expect(bySeq(state.costs)).toEqual(first.costs)
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 300 },
    )
  })

  function stateOf(receipts: readonly number[], costs: readonly number[]): CaseState {
    return {
      acts: {},
      receipts: receipts.map((amount, at) => ({
        seq: at,
        data: { amount: `${amount}`, voucher: `R${at}` },
      })),
      costs: costs.map((amount, at) => ({
        seq: 100 + at,
        data: { amount: `${amount}`, kind: 'tax', voucher: `C${at}` },
      })),
    } as unknown as CaseState
  }

  /** Takes of each line that waits what the cut says, and nothing where it says more than there is. */
  function planOf(state: CaseState, cut: readonly number[]): PlanState {
    const named = (
      lines: readonly (CaseState['receipts'][number] | CaseState['costs'][number])[],
    ) =>
      lines
        .filter(({ distribution }) => distribution === undefined)
        .flatMap((line, at) => {
          const amount = BigInt(cut[at % Math.max(cut.length, 1)] ?? 0)
          return amount > 0n && amount <= leftOf(line)
            ? [{ ...line.data, amount: `${amount}` }]
            : []
        })
    const takesReceipts = named(state.receipts)
    const data = {
      ...(takesReceipts.length > 0 && { takesReceipts, takesCosts: named(state.costs) }),
    }
    return { seq: 1000, data } as unknown as PlanState
  }

  const back = (state: CaseState, at: number): CaseState => ({
    ...state,
    receipts: freed(state.receipts, at),
    costs: freed(state.costs, at),
  })

  const totalOf = (lines: readonly Parameters<typeof leftOf>[0][]) =>
    lines.reduce((total, line) => total + leftOf(line), 0n)

  const bySeq = <Line extends { readonly seq: number }>(lines: readonly Line[]) =>
    lines.toSorted((a, b) => a.seq - b.seq)
})
