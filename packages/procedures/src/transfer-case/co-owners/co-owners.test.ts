import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsOf } from '../facts.ts'
import { lacking } from '../needed.ts'
import { leftOf, receivedIn } from '../state.ts'
import { stateAfter, told } from '../testing/lines.ts'
import { attempt, line, plan, refusal, type Step } from '../testing/main-line.ts'
import { heldForOthers, othersStanding, partsByTitle } from './co-owners.ts'

// A university holds forty per cent. Of 100 million fen forty are its; 12 million of costs are deducted.

const us = '示例医院（虚构）'
const university = '示例大学（虚构）'
const holders = [
  { name: us, share: '60%' },
  { name: university, share: '40%' },
]
const title = (othersIncome?: string) => ({
  titleRegistered: { holders, ...(othersIncome && { othersIncome }) },
})
const through = title('through_us')
const untilReceipt = told('receiptRecorded', through)
const receipt = (data: Record<string, unknown>): Step => [
  '2026-07-01',
  'finance',
  'receiptRecorded',
  { amount: '100000000', voucher: '记-1', inBudget: true, ...data },
]
const theirs = [{ holder: university, amount: '40000000' }]
const costs: readonly Step[] = ['tax', 'third_party'].map((kind) => [
  ...(['2026-07-01', 'finance', 'costRecorded'] as const),
  { kind, amount: '6000000', voucher: `费-${kind}` },
])
const received = [...untilReceipt, receipt({ forOthers: theirs }), ...costs]
const shares = {
  ...plan,
  lines: [line('示例甲', false, '20000000'), line('示例乙', true, '14000000')],
  toTto: '7000000',
  toTtoStaff: '500000',
  toInstitution: '7000000',
}
const paid: readonly Step[] = [
  ...received,
  ['2026-07-02', 'team_rep', 'planDrafted', shares],
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例甲' }],
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例乙' }],
  ['2026-07-03', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
  ['2026-07-21', 'tto_negotiator', 'planNoticeCertified', { lastShownOn: '2026-07-20' }],
  [
    '2026-07-22',
    'finance',
    'paid',
    { lines: shares.lines.map(({ name, amount }) => ({ name, amount })), proof: '批次-1' },
  ],
]
const settle = (amount: string, more: object = {}): Step => [
  '2026-07-23',
  'finance',
  'othersSettled',
  { holder: university, amount, proof: '转-1', ...more },
]

describe('a receipt of which others own a part', () => {
  test('is received whole, and shared out as far as it is ours', () => {
    const state = stateAfter(received)
    expect(factsOf(state)).toMatchObject({ grossIncome: '60000000', receivedTotal: '100000000' })
    expect(othersStanding(state)).toEqual([
      { holder: university, due: 40_000_000n, passedOn: 0n, held: 40_000_000n },
    ])
    expect(refusal(attempt(received, ['2026-07-02', 'team_rep', 'planDrafted', shares]))).toBe(
      'accepted',
    )
    // A plan over the whole of it is not accepted: it does not add up to the net income here.
    expect(refusal(attempt(received, ['2026-07-02', 'team_rep', 'planDrafted', plan]))).toMatch(
      /whole|floor|share/,
    )
  })

  test.each([
    ['others-unsaid', {}],
    ['others-unlike-title', { forOthers: [{ holder: university, amount: '39999999' }] }],
    ['not-a-holder', { forOthers: [{ holder: '别家', amount: '40000000' }] }],
    ['not-a-holder', { forOthers: [...theirs, { holder: us, amount: '1' }] }],
    ['others-exceed', { forOthers: [{ holder: university, amount: '100000001' }] }],
    ['accepted', { forOthers: theirs }],
    ['accepted', { forOthers: [{ holder: university, amount: '30000000' }], othersReason: '约定' }],
    ['accepted', { othersReason: '本期约定全部归本单位' }],
  ])('%s', (code, data) => {
    expect(refusal(attempt(untilReceipt, receipt(data)))).toBe(code)
  })

  test('of a title nobody shares, or whose others collect for themselves, nothing is others’', () => {
    for (const other of [{}, title('on_their_own'), title('given_up')]) {
      const steps = told('receiptRecorded', other)
      expect(refusal(attempt(steps, receipt({ forOthers: theirs })))).toBe('not-co-owned')
      expect(refusal(attempt(steps, receipt({})))).toBe('accepted')
    }
  })

  test('whose income comes in here is agreed after the contract where the title left it open', () => {
    const agree = (othersIncome: string): Step => [
      '2026-07-01',
      'tto_negotiator',
      'othersIncomeAgreed',
      { othersIncome, agreement: '共有协议第三条（示例）' },
    ]
    const open = told('receiptRecorded', title())
    const agreed = [...open, agree('through_us')]
    expect(refusal(attempt(agreed, receipt({ forOthers: theirs })))).toBe('accepted')
    expect(refusal(attempt(agreed, receipt({})))).toBe('others-unsaid')
    const held = [...agreed, receipt({ forOthers: theirs })]
    expect(refusal(attempt(held, agree('given_up')))).toBe('held-for-others')
    expect(refusal(attempt(told('signed', title()), agree('through_us')))).toBe('not-signed')
    expect(refusal(attempt(told('receiptRecorded', {}), agree('through_us')))).toBe(
      'title-not-shared',
    )
  })

  test('a record that never said who collects stays as it was', () => {
    const state = stateAfter([...told('receiptRecorded', title()), receipt({})])
    expect(factsOf(state)).toMatchObject({ grossIncome: '100000000', receivedTotal: '100000000' })
  })
})

describe('what is held for others', () => {
  const close: Step = ['2026-07-24', 'tto_negotiator', 'closed', { summary: '完成' }]

  test('is passed on before the deal is closed', () => {
    expect(refusal(attempt(paid, close))).toBe('others-unsettled')
    expect(lacking['closed']?.(stateAfter(paid))).toBe(false)
    expect(refusal(attempt([...paid, settle('30000000')], close))).toBe('others-unsettled')
    expect(refusal(attempt([...paid, settle('30000000'), settle('10000000')], close))).toBe(
      'accepted',
    )
  })

  test('nobody is given more than is theirs, nor gives back more than they were given', () => {
    expect(refusal(attempt(paid, settle('40000001')))).toBe('more-than-held-for-others')
    expect(refusal(attempt(paid, settle('0')))).toBe('more-than-held-for-others')
    const back = (amount: string) => settle(amount, { way: 'returned' })
    expect(refusal(attempt(paid, back('1')))).toBe('more-than-held-for-others')
    const passedOn = [...paid, settle('40000000')]
    expect(refusal(attempt(passedOn, back('40000001')))).toBe('more-than-held-for-others')
    expect(heldForOthers(stateAfter([...passedOn, back('10000000')]))).toBe(10_000_000n)
    expect(refusal(attempt(told('closed', {}), settle('1')))).toMatch(/held-for-others/)
  })

  test('goes back with a refund as far as the refund says', () => {
    const refund = (fromOthers: string): Step => [
      '2026-07-02',
      'finance',
      'receiptRefunded',
      {
        ...{ receipt: '记-1', cause: 'refund', amount: '10000000', voucher: '退-1' },
        fromOthers: [{ holder: university, amount: fromOthers }],
      },
    ]
    const state = stateAfter([...received, refund('4000000')])
    expect(factsOf(state)).toMatchObject({ grossIncome: '54000000', receivedTotal: '90000000' })
    expect(heldForOthers(state)).toBe(36_000_000n)
    expect(refusal(attempt([...received, settle('38000000')], refund('4000000')))).toMatch(
      /before-what|held-for-others/,
    )
    expect(refusal(attempt(received, refund('10000001')))).toBe('refund-exceeds')
  })

  test('no more of a receipt goes back than came in with it, whoever it belongs to', () => {
    const two = [
      ...received,
      receipt({ forOthers: theirs, voucher: '记-2', beyond: '违约金（示例）' }),
    ]
    const refund = (amount: string, fromOthers: string): Step => [
      '2026-07-02',
      'finance',
      'receiptRefunded',
      {
        ...{ receipt: '记-1', cause: 'refund', amount, voucher: `退-${amount}` },
        fromOthers: [{ holder: university, amount: fromOthers }],
      },
    ]
    expect(refusal(attempt(two, refund('110000000', '50000000')))).toBe('refund-exceeds')
    expect(refusal(attempt(two, refund('100000000', '40000000')))).toBe('accepted')
    const once = [...two, refund('30000000', '30000000')]
    expect(refusal(attempt(once, refund('20000000', '10000001')))).toBe('refund-exceeds')
    expect(refusal(attempt(once, refund('20000000', '10000000')))).toBe('accepted')
  })

  test('of a receipt that is wholly theirs goes back what was booked in error, and it is recorded anew', () => {
    const all = { forOthers: [{ holder: university, amount: '100000000' }], othersReason: '约定' }
    const wholly = [...untilReceipt, receipt(all)]
    const refund = (fromOthers: string, amount = fromOthers): Step => [
      '2026-07-01',
      'finance',
      'receiptRefunded',
      {
        ...{ receipt: '记-1', cause: 'entry_error', amount, voucher: '更-1' },
        fromOthers: [{ holder: university, amount: fromOthers }],
      },
    ]
    expect(refusal(attempt(wholly, refund('100000001')))).toBe('more-than-held-for-others')
    expect(refusal(attempt(wholly, refund('1', '2')))).toBe('no-such-receipt')
    expect(refusal(attempt(wholly, receipt({ forOthers: theirs })))).toBe(
      'receipt-already-recorded',
    )
    const state = stateAfter([...wholly, refund('100000000'), receipt({ forOthers: theirs })])
    expect([receivedIn(state), heldForOthers(state)]).toEqual([100_000_000n, 40_000_000n])
    // What is only theirs touches no plan, and goes back though the rest was shared out.
    const plan = stateAfter([...paid.slice(0, -1), refund('30000000')]).plan
    expect(plan?.lastShownOn).toBe('2026-07-20')
    const late = [...paid, ['2026-07-23', ...refund('30000000').slice(1)] as unknown as Step]
    expect(heldForOthers(stateAfter(late))).toBe(10_000_000n)
  })

  test('a part shared out now and one later do not double what is others’', () => {
    const part = {
      ...shares,
      takesReceipts: [{ voucher: '记-1', amount: '36000000' }],
      takesCosts: [{ kind: 'tax', voucher: '费-tax', amount: '6000000' }],
      lines: [line('示例甲', false, '12000000'), line('示例乙', true, '10000000')],
      toTto: '4000000',
      toInstitution: '4000000',
    }
    const steps = paid.map((step): Step => {
      if (step[2] === 'planDrafted') return [step[0], step[1], step[2], part]
      if (step[2] !== 'paid') return step
      const lines = part.lines.map(({ name, amount }) => ({ name, amount }))
      return [step[0], step[1], step[2], { lines, proof: '批次-1' }]
    })
    const state = stateAfter(steps)
    expect(state.receipts.map(leftOf)).toEqual([36_000_000n, 24_000_000n])
    expect([receivedIn(state), heldForOthers(state)]).toEqual([100_000_000n, 40_000_000n])
  })
})

test('by the shares of the title every fen is somebody’s', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 13n }),
      fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 }),
      (amount, weights) => {
        const all = weights.reduce((sum, one) => sum + one, 0)
        const named = weights.map((one, at) => ({ name: `${at}`, share: `${one}/${all}` }))
        const state = { title: { data: { holders: named, disputed: false } } } as never
        const sums = named.map(({ name }) =>
          partsByTitle(state, name, amount).reduce((sum, one) => sum + BigInt(one.amount), 0n),
        )
        // What each leaves to the others leaves all of it, counted once less than there are holders.
        const total = sums.reduce((sum, one) => sum + one, 0n)
        return total === amount * BigInt(named.length - 1)
      },
    ),
  )
})
