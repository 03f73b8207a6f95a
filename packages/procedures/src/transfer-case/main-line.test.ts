import { addDays, type Day, day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { parseEntries } from '../parse-entries.ts'
import { GENESIS, link, verifyChain } from '../procedure/entry.ts'
import type { ActType } from './acts.ts'
import { stagesOf } from './stages.ts'
import type { CaseState } from './state.ts'
import { assessCase, nextActs, replay } from './testing/bound.ts'
import {
  attempt,
  contract,
  law,
  line,
  mainLine,
  notice,
  refusal,
  resolution,
  type Step,
  terms,
  upTo,
  walk,
} from './testing/main-line.ts'

test('the whole line from disclosure to the paid reward and the closing', () => {
  const { acts, last } = walk(mainLine)
  expect(refusal(last)).toBe('accepted')
  expect(acts).toHaveLength(mainLine.length)
  const state = replay(acts) as CaseState
  expect(state.status).toBe('closed')
  expect(stagesOf(state).map(({ status }) => status)).toEqual(Array(8).fill('done'))
  const { money, findings } = assessCase({ law }, state, day('2026-07-23'))
  expect(money?.net).toBe(88_000_000n)
  expect(money?.floors[0]?.amount).toBe(61_600_000n)
  expect(money?.caps[0]?.amount).toBe(13_200_000n)
  expect(money?.unassigned).toBe(0n)
  expect(
    findings
      .filter(({ status, force }) => status === 'breached' && force === 'must')
      .map(({ norm }) => norm),
  ).toEqual([])
})

describe('refused, with the norm or the reason', () => {
  const swap = (type: ActType, change: Record<string, unknown>, on?: string): Step => {
    const [was, role, , data] = mainLine.find((step) => step[2] === type) as Step
    return [on ?? was, role, type, { ...data, ...change }]
  }
  test.each<[string, ActType, Step, string]>([
    [
      'a disclosure without a market study',
      'disclosed',
      swap('disclosed', { market: undefined }),
      'gd.disclosure',
    ],
    [
      'title shares short of one',
      'titleRegistered',
      swap('titleRegistered', { holders: [{ name: '示例', share: '99%' }] }),
      'gd.title.shares',
    ],
    [
      'a reviewer without the role',
      'reviewed',
      ['2026-03-02', 'tto_negotiator', 'reviewed', {}],
      'role-not-allowed',
    ],
    [
      'a notice without a price',
      'noticePublished',
      swap('noticePublished', { price: undefined }),
      'gd.notice.fields',
    ],
    [
      'a notice silent on a leader',
      'noticePublished',
      swap('noticePublished', { leaders: [] }),
      'gd.notice.leaders',
    ],
    [
      'a notice without a procedure for objections',
      'noticePublished',
      swap('noticePublished', { objectionProcedure: undefined }),
      'gd.notice.objection-procedure',
    ],
    [
      'a certificate on the last day',
      'noticeCertified',
      swap('noticeCertified', {}, '2026-03-20'),
      'gd.notice.period',
    ],
    [
      'a notice taken down a day early',
      'noticeCertified',
      swap('noticeCertified', { lastShownOn: '2026-03-19' }),
      'gd.notice.period',
    ],
    [
      'a decision without minutes',
      'decided',
      swap('decided', { minuted: false }),
      'gd.decision.recorded',
    ],
    [
      'a contract at another price',
      'signed',
      swap('signed', { price: '90000000' }),
      'gd.notice.same-terms',
    ],
    [
      'a contract without milestones',
      'signed',
      swap('signed', { statesMilestones: false }),
      'gd.signing.terms',
    ],
    [
      'a plan one fen under the floor',
      'planDrafted',
      swap('planDrafted', {
        lines: [line('示例甲', false, '31599999'), line('示例乙', true, '30000000')],
        toInstitution: '13200001',
      }),
      'gd.allocation.contributors',
    ],
    [
      'a plan one fen over the cap',
      'planDrafted',
      swap('planDrafted', { toTto: '13200001', toInstitution: '13199999' }),
      'gd.allocation.tto',
    ],
    [
      'equity for a chief',
      'planDrafted',
      swap('planDrafted', {
        lines: [
          line('示例甲', false, '31600000'),
          { ...line('示例乙', true, '30000000'), award: 'equity' },
        ],
      }),
      'gd.allocation.chiefs',
    ],
    [
      'a plan published before everybody agreed',
      'planAgreed',
      ['2026-07-03', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
      'gd.plan.agreed',
    ],
    [
      'a payout that differs by a fen',
      'paid',
      swap('paid', {
        lines: [
          { name: '示例甲', amount: '31600001' },
          { name: '示例乙', amount: '30000000' },
        ],
      }),
      'gd.plan.unchanged',
    ],
    [
      'a payout on the last day of the notice',
      'planNoticeCertified',
      [
        '2026-07-20',
        'finance',
        'paid',
        {
          lines: [
            { name: '示例甲', amount: '31600000' },
            { name: '示例乙', amount: '30000000' },
          ],
          proof: 'x',
        },
      ],
      'gd.plan.notice',
    ],
    [
      'an act of the future',
      'disclosed',
      ['2026-02-01', 'inventor', 'signed', contract],
      'role-not-allowed',
    ],
  ])('%s', (_name, before, step, expected) => {
    expect(refusal(attempt(upTo(before), step))).toContain(expected)
  })

  test('a second decision on a decided notice', () => {
    expect(refusal(attempt(upTo('signed'), ['2026-03-25', 'leaders', 'decided', resolution]))).toBe(
      'already-decided',
    )
  })

  test('half a fen names the field and the rule', () => {
    expect(() => attempt(upTo('costRecorded'), swap('costRecorded', { amount: '0.5' }))).toThrow(
      /^amount: .*to the fen/,
    )
  })
})

describe('an objection', () => {
  const filed: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '有异议', inWriting: true, toDepartment: true },
  ]
  const found: Step = [
    '2026-03-18',
    'tto_reviewer',
    'objectionFound',
    { finding: '不成立', outcome: 'continue' },
  ]

  test('suspends the case until it is settled and the notice has run again in full', () => {
    const before = upTo('noticeCertified')
    const certify = (on: string, last: string): Step => [
      on,
      'tto_negotiator',
      'noticeCertified',
      { lastShownOn: last },
    ]
    expect(refusal(attempt([...before, filed], certify('2026-03-21', '2026-03-20')))).toBe(
      'gd.objection.settled',
    )
    expect(refusal(attempt([...before, filed, found], certify('2026-03-21', '2026-03-20')))).toBe(
      'gd.objection.settled',
    )
    const again: Step = ['2026-03-19', 'tto_negotiator', 'noticePublished', notice]
    expect(
      refusal(attempt([...before, filed, found, again], certify('2026-04-03', '2026-04-03'))),
    ).toBe('gd.notice.period')
    expect(
      refusal(attempt([...before, filed, found, again], certify('2026-04-04', '2026-04-03'))),
    ).toBe('accepted')
  })

  test('that is upheld leads back to the proposal, once its finding is made', () => {
    const proposal = mainLine.find((step) => step[2] === 'proposed')
    const review = mainLine.find((step) => step[2] === 'reviewed')
    const proposed: Step = ['2026-03-19', 'tto_negotiator', 'proposed', proposal?.[3] ?? {}]
    const reviewed: Step = ['2026-03-20', 'tto_reviewer', 'reviewed', review?.[3] ?? {}]
    const again: Step = ['2026-03-21', 'tto_negotiator', 'noticePublished', notice]
    const upheld: Step = [found[0], found[1], found[2], { finding: '成立', outcome: 'amend' }]
    const suspended = [...upTo('noticeCertified'), filed]
    expect(refusal(attempt(suspended, proposed))).not.toBe('accepted')
    expect(refusal(attempt([...suspended, upheld], proposed))).toBe('accepted')
    expect(refusal(attempt([...suspended, upheld, proposed, reviewed], again))).toBe('accepted')
  })

  test('needs writing and the designated department', () => {
    const oral: Step = [
      '2026-03-10',
      'public',
      'objectionFiled',
      { name: '示例丙', text: '有异议', inWriting: false, toDepartment: true },
    ]
    expect(refusal(attempt(upTo('noticeCertified'), oral))).toBe('gd.objection.form')
  })
})

test('changed terms lead back to the review and a new notice', () => {
  const changed: Step = [
    '2026-03-22',
    'tto_negotiator',
    'termsChanged',
    { reason: '价格', terms: { ...terms, price: '90000000' } },
  ]
  const steps = [...upTo('decided'), changed]
  expect(refusal(attempt(steps, ['2026-03-24', 'leaders', 'decided', resolution]))).not.toBe(
    'accepted',
  )
  expect(refusal(attempt(steps, ['2026-03-23', 'tto_negotiator', 'noticePublished', notice]))).toBe(
    'gd.review.gates.early gd.review.passed gd.notice.same-terms',
  )
})

test('what may be done next says what its form must ask, or which article forbids it', () => {
  const { acts } = walk(upTo('noticeCertified'))
  const state = replay(acts) as CaseState
  const next = nextActs({ law, today: addDays(day('2026-03-05'), 4) as Day }, state)
  const certify = next.find(({ type }) => type === 'noticeCertified')
  expect(certify).toMatchObject({ can: 'no', opens: '2026-03-21' })
  expect(next.map(({ type }) => type)).not.toContain('signed')
})

test('the chain breaks where a line was touched', () => {
  const { acts } = walk(mainLine)
  let prev = GENESIS
  const entries = acts.map((act) => {
    const entry = link(prev, { case: 'c', ...act, at: `${act.on}T09:00:00+08:00`, files: [] })
    prev = entry.hash
    return entry
  })
  const jsonl = entries.map((entry) => JSON.stringify(entry)).join('\n')
  expect(verifyChain(parseEntries(jsonl))).toEqual({ ok: true, length: acts.length, head: prev })
  const forged = jsonl.replace('"amount":"2000000"', '"amount":"1000000"')
  expect(verifyChain(parseEntries(forged))).toMatchObject({ ok: false, firstBad: 18 })
})

describe('the record is not fooled', () => {
  const file = (on: string, name: string): Step => [
    on,
    'public',
    'objectionFiled',
    { name, text: '有异议', inWriting: true, toDepartment: true },
  ]
  const find = (on: string): Step => [
    on,
    'tto_reviewer',
    'objectionFound',
    { finding: '不成立', outcome: 'continue' },
  ]

  test('a second objection waits for a finding of its own', () => {
    const before = [...upTo('noticeCertified'), file('2026-03-10', '示例丙')]
    expect(refusal(attempt(before, file('2026-03-11', '示例丁')))).toBe('accepted')
    const both = [...before, file('2026-03-11', '示例丁'), find('2026-03-12')]
    const again: Step = ['2026-03-13', 'tto_negotiator', 'noticePublished', notice]
    expect(refusal(attempt(both, again))).toBe('gd.objection.settled')
    expect(refusal(attempt([...both, find('2026-03-13')], again))).toBe('accepted')
  })

  test.each([
    ['counterparty', { ...notice, counterparty: '另一家（虚构）' }],
    ['price', { ...notice, price: '1元' }],
    ['unreadable price', { ...notice, price: '面议' }],
  ])('a notice with another %s than was reviewed is refused', (_field, other) => {
    const step: Step = ['2026-03-05', 'tto_negotiator', 'noticePublished', other]
    expect(refusal(attempt(upTo('noticePublished'), step))).toBe('gd.notice.same-terms')
  })

  test('a voucher is deducted once', () => {
    const twice: Step = [
      '2026-07-01',
      'finance',
      'costRecorded',
      { kind: 'tax', amount: '6000000', voucher: '记-2' },
    ]
    expect(refusal(attempt(upTo('planDrafted'), twice))).toBe('cost-already-recorded')
  })

  test('an unknown field in a row is refused by name', () => {
    const step: Step = [
      '2026-02-03',
      'tto_negotiator',
      'titleRegistered',
      { holders: [{ name: '示例', share: '100%', colour: 'red' }] },
    ]
    expect(() => attempt(upTo('titleRegistered'), step)).toThrow(/colour/)
  })

  test('a record that does not begin with its opening is refused', () => {
    const { acts } = walk(mainLine.slice(0, 2))
    const [, second] = acts.map((act) =>
      link(GENESIS, { case: 'c', ...act, at: `${act.on}T09:00:00+08:00`, files: [] }),
    )
    expect(() => parseEntries(JSON.stringify(second))).toThrow(/opened-first-and-once|begins with/)
  })
})
