import { day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { decide } from '../procedure/decide.ts'
import { lawOf, type Step, said, walk } from '../procedure/testing/walk.ts'
import { outcomeOf } from '../what-if/outcome.ts'
import { firstPayment } from '../what-if/payments.ts'
import { read } from '../what-if/testing/places.ts'
import { cumulativeOf } from './cumulative.ts'
import { byOf, line, papersFor, plan, upTo } from './testing/main-line.ts'
import { transferCase } from './transfer-case.ts'

// What the costs of a deal exceed its first receipt by is covered by the next receipts, once, whatever law
// governs it; what the law does not deduct outweighs nothing.

const places = [
  ['cn-gd-2025', 'gd.net.carried', { source: 'gd-2025', at: 'a23.p1' }],
  ['cn-sh-draft-2024', 'sh.net.carried', { source: 'sh-draft-2024', at: 'a11.p2' }],
  ['cn', 'cn.net.carried', { source: 'cn-transfer-law', at: 'a45.p1.i1' }],
] as const

const withPapers = (steps: readonly Step[]): readonly Step[] =>
  steps.map(([on, role, type, data]) => [on, role, type, data, papersFor(type)])
/** What the nation's law alone asks besides. */
const toldToo = (steps: readonly Step[]) =>
  steps.flatMap((step): readonly Step[] => {
    if (step[2] !== 'caseOpened') return [step]
    const no = { geneticCooperation: 'no', involvesPatent: 'no', coOwned: 'no' }
    const settled = {
      contractRestrictsCompetition: 'no',
      contractSettlesImprovements: 'yes',
      contractSettlesSecrecy: 'yes',
    }
    const more = {
      publiclyFunded: 'no',
      counterpartyAbroad: 'no',
      contractInWriting: 'yes',
      ...settled,
    }
    return [step, [step[0], 'legal', 'factsTold', { ...no, ...more }]]
  })
const run = (place: string, steps: readonly Step[]) =>
  walk(transferCase, lawOf(place), withPapers(place === 'cn' ? toldToo(steps) : steps))
const sums = (place: string, steps: readonly Step[], readings = {}) => {
  const { acts, last } = run(place, steps)
  expect(said(last)).toBe('accepted')
  return cumulativeOf({ law: lawOf(place), readings }, acts, day('2026-09-30'))
}

const receipt = (amount: string, voucher: string): Step => [
  '2026-07-01',
  'finance',
  'receiptRecorded',
  { amount, voucher, inBudget: true, beyond: '里程碑款（示例）' },
]
const cost = (kind: string, amount: string, voucher: string): Step => [
  '2026-07-01',
  'finance',
  'costRecorded',
  { kind, amount, voucher },
]
const drafted = (people: string, kept: string, more: object = {}): Step => [
  '2026-07-02',
  'team_rep',
  'planDrafted',
  {
    ...{ ...plan, toTto: '0', toTtoStaff: '0', toInstitution: kept, ...more },
    lines: [line('示例甲', false, `${BigInt(people) - 1n}`), line('示例乙', true, '1')],
  },
]
const paidOut = (people: string): readonly Step[] => [
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例甲' }],
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例乙' }],
  ['2026-07-03', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
  ['2026-07-21', 'tto_negotiator', 'planNoticeCertified', { lastShownOn: '2026-07-20' }],
  [
    '2026-07-22',
    'finance',
    'paid',
    {
      lines: [
        { name: '示例甲', amount: `${BigInt(people) - 1n}` },
        { name: '示例乙', amount: '1' },
      ],
      proof: '批次-1',
    },
  ],
]

/** 1,000 came in; 1,500 of tax and fees were spent on it. */
const short = [
  ...upTo('receiptRecorded'),
  receipt('100000', '记-1'),
  cost('tax', '60000', '记-2'),
  cost('third_party', '90000', '记-3'),
]

describe.each(places)('under %s', (place, carriedBy, cite) => {
  test('nothing is shared out of a receipt that does not cover its costs, and the rest is carried forward', () => {
    expect(said(run(place, [...short, drafted('1', '0')]).last)).toBe('costs-left-over')
    const { rows, carried } = sums(place, short)
    expect(rows).toMatchObject([{ income: 100_000n, deducted: 150_000n, net: 0n }])
    expect(carried).toMatchObject({
      ...{ amount: 50_000n, isCarried: true, cite },
      reading: { id: carriedBy, reading: 'carried' },
      costs: [{ kind: 'tax' }, { kind: 'third_party' }],
    })
  })

  test('the next receipt covers it first, and it is deducted once', () => {
    const both = [...short, receipt('200000', '记-4'), drafted('120000', '30000')]
    const paid = [...both, ...paidOut('120000')]
    const { rows, total, carried } = sums(place, paid)
    expect(rows).toMatchObject([{ income: 300_000n, deducted: 150_000n, net: 150_000n }])
    expect(total).toMatchObject({ income: 300_000n, net: 150_000n })
    expect(carried).toBeUndefined()
    const later = sums(place, [
      ...paid,
      ['2026-07-23', ...receipt('7000', '记-9').slice(1)] as never,
    ])
    expect(later.total).toMatchObject({ income: 307_000n, deducted: 150_000n, net: 157_000n })
  })

  test('what the law does not deduct holds back no plan', () => {
    const research = [...short, receipt('200000', '记-4'), cost('research', '90000000', '记-5')]
    expect(sums(place, research).carried).toBeUndefined()
    expect(said(run(place, [...research, drafted('120000', '30000')]).last)).toBe('accepted')
    const part = { takesReceipts: [{ voucher: '记-4', amount: '150000' }] }
    expect(said(run(place, [...research, drafted('120000', '30000', part)]).last)).toBe('accepted')
    const more = { takesReceipts: [{ voucher: '记-4', amount: '150001' }] }
    expect(said(run(place, [...research, drafted('120001', '30000', more)]).last)).toBe(
      'costs-left-over',
    )
  })

  test('a plan that names its parts is overtaken by costs that the law deducts, and by no others', () => {
    const part = { takesReceipts: [{ voucher: '记-4', amount: '150000' }] }
    const steps = paidOut('120000')
    const agreed = [
      ...short,
      receipt('200000', '记-4'),
      drafted('120000', '30000', part),
      ...steps.slice(0, -1),
    ]
    const late = (kind: string): Step =>
      ['2026-07-22', ...cost(kind, '100', '记-9').slice(1)] as never
    expect(said(run(place, [...agreed, late('research'), ...steps.slice(-1)]).last)).toBe(
      'accepted',
    )
    expect(said(run(place, [...agreed, late('tax'), ...steps.slice(-1)]).last)).toBe(
      'plan-overtaken',
    )
  })

  test('so does the simulator', () => {
    const payments = ['1000', '2000'].map((amount, at) => ({
      ...firstPayment('fixed', `2026-0${7 + at}-01`),
      amount,
    }))
    const scenario = read({
      costs: [{ kind: 'tax', amount: '1500' }],
      ...{ payments, contributors: '80%', tto: '0%' },
    })
    const courseBy = (readings = {}) =>
      outcomeOf(lawOf(place), scenario, undefined, readings).course.map(({ shared, uncovered }) => [
        shared?.net,
        uncovered?.amount,
        uncovered?.isCarried,
      ])
    expect(courseBy()).toEqual([
      [undefined, 50_000n, true],
      [150_000n, undefined, undefined],
    ])
    expect(courseBy({ [carriedBy]: 'borne' })).toEqual([
      [undefined, 50_000n, false],
      [200_000n, undefined, undefined],
    ])
  })

  test('where a house reads that it bears the rest, a distribution of nothing takes it', () => {
    const readings = { [carriedBy]: 'borne' }
    expect(sums(place, short, readings).carried).toMatchObject({
      ...{ amount: 50_000n, isCarried: false, reading: { id: carriedBy, reading: 'borne' } },
    })
    const { state } = run(place, short)
    const choice = { id: carriedBy, from: '2026-01-01', reading: 'borne', by: '示例', basis: '1' }
    const [on, role, type, data] = drafted('1', '0')
    const nobody = [line('示例甲', false, '0'), line('示例乙', true, '0')]
    const today = day(on)
    const decision = decide(transferCase, { law: lawOf(place), today, chosen: [choice] }, state, {
      ...{ type, on: today, at: `${on}T09:00:00+08:00`, by: byOf(role) },
      data: { ...data, lines: nobody },
    })
    expect(said(decision)).toBe('accepted')
  })
})
