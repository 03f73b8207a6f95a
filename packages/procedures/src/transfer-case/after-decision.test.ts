import { day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import type { CaseState } from './state.ts'
import { assessCase, replay } from './testing/bound.ts'
import {
  attempt,
  contract,
  law,
  mainLine,
  plan,
  refusal,
  type Step,
  terms,
  upTo,
  walk,
} from './testing/main-line.ts'

// The ways off the main line and back to it, transition by transition (docs/procedures.md).

const stepOf = (type: string): Step => mainLine.find((step) => step[2] === type) as Step
const on = (date: string, type: string, change: Record<string, unknown> = {}): Step => {
  const [, role, act, data] = stepOf(type)
  return [date, role, act, { ...data, ...change }]
}
const stateAfter = (steps: readonly Step[]): CaseState => {
  const { acts, last } = walk(steps)
  expect(refusal(last)).toBe('accepted')
  return replay(acts) as CaseState
}
const statusOn = (steps: readonly Step[], date: string, norm: string) =>
  assessCase({ law }, stateAfter(steps), day(date)).findings.find((one) => one.norm === norm)
    ?.status

describe('a decision', () => {
  test.each([
    ['as many as there are members', { members: 9, present: 9 }, 'accepted'],
    ['more than there are members', { members: 8, present: 9 }, 'more-present-than-members'],
    ['one vote more than are present', { members: 9, present: 5 }, 'more-votes-than-present'],
    ['a count that nobody took', {}, 'accepted'],
  ])('of %s', (_what, count, answer) => {
    const votes = { votesFor: 4, votesAgainst: 1, abstentions: 1 }
    const step = on('2026-03-24', 'decided', { ...votes, ...count })
    expect(refusal(attempt(upTo('decided'), step))).toBe(answer)
  })

  test('is held to the quorum of the institution', () => {
    const rule = {
      param: 'decision.quorum',
      value: '66.67%',
      from: '2026-01-15',
      by: '示例医院',
      basis: '示例议事规则',
    }
    const { acts } = walk([
      ...upTo('decided'),
      on('2026-03-24', 'decided', { members: 9, present: 6, votesFor: 6 }),
    ])
    const state = replay(acts) as CaseState
    const status = (rules: (typeof rule)[]) =>
      assessCase({ law, rules }, state, day('2026-03-24')).findings.find(
        ({ norm }) => norm === 'gd.decision.quorum',
      )?.status
    expect(status([])).toBe('na')
    expect(status([rule])).toBe('breached')
    expect(status([{ ...rule, value: '66.66%' }])).toBe('met')
  })
})

describe('signing', () => {
  test('the contract is of the mode that was published', () => {
    expect(
      refusal(attempt(upTo('signed'), on('2026-06-10', 'signed', { mode: 'assignment' }))),
    ).toBe('gd.notice.same-terms')
    expect(refusal(attempt(upTo('signed'), on('2026-06-10', 'signed', { mode: 'license' })))).toBe(
      'accepted',
    )
  })

  test('a deal through the platform company is signed by it alone, with authority', () => {
    const opened = on('2026-02-01', 'caseOpened', { viaPlatformCompany: true })
    const byOffice = [opened, ...upTo('signed').slice(1)]
    expect(refusal(walk(byOffice).last)).toBe('gd.negotiator.company')
    const byCompany = byOffice.map(
      ([date, role, type, data]): Step =>
        type === 'negotiationStarted'
          ? [date, 'platform_company', type, data]
          : [date, role, type, data],
    )
    expect(refusal(walk(byCompany).last)).toContain('gd.notice.where')
    const steps = byCompany.map(
      ([date, role, type, data]): Step =>
        type === 'noticePublished'
          ? [date, role, type, { ...data, atCompany: true }]
          : [date, role, type, data],
    )
    const signed = (more: object): Step => [
      '2026-06-10',
      'platform_company',
      'signed',
      { ...contract, ...more },
    ]
    expect(refusal(attempt(steps, signed({})))).toBe('gd.signing.parties gd.signing.authorised')
    const alone = { byInstitution: false, byPlatformCompany: true }
    expect(refusal(attempt(steps, signed(alone)))).toBe('gd.signing.authorised')
    expect(refusal(attempt(steps, signed({ ...alone, authorised: true })))).toBe('accepted')
  })
})

describe('registration and report', () => {
  test('a refused contract is mended and filed again, and its result passed on anew', () => {
    const refused = on('2026-06-15', 'contractRegistered', { outcome: 'refused' })
    const told = on('2026-06-16', 'registrationReported')
    const steps = [...upTo('contractRegistered'), refused, told]
    expect(statusOn(steps, '2026-06-20', 'gd.registration')).toBe('pending')
    const again = [...steps, on('2026-07-01', 'contractRegistered')]
    expect(statusOn(again, '2026-07-01', 'gd.registration')).toBe('met')
    expect(statusOn(again, '2026-07-01', 'gd.registration.told')).toBe('pending')
    expect(statusOn(again, '2026-07-20', 'gd.registration.told')).toBe('breached')
  })

  test('an institution of a university reports after the university', () => {
    const opened = on('2026-02-01', 'caseOpened', { universityAffiliated: true })
    const steps = [opened, ...upTo('reported').slice(1)]
    expect(refusal(attempt(steps, stepOf('reported')))).toBe('gd.report.university')
    const reviewed: Step = [
      '2026-06-20',
      'tto_negotiator',
      'universityReviewed',
      { opinion: '同意' },
    ]
    expect(refusal(attempt([...steps, reviewed], stepOf('reported')))).toBe('accepted')
  })

  test('a provisional report is in time, and made final before the closing', () => {
    const provisional = mainLine.map((step) =>
      step[2] === 'reported'
        ? ([...step.slice(0, 3), { ...step[3], provisional: true }] as unknown as Step)
        : step,
    )
    const closing = provisional.at(-1) as Step
    const steps = provisional.slice(0, -1)
    expect(statusOn(steps, '2026-07-22', 'gd.report.in-time')).toBe('met')
    expect(refusal(attempt(steps, closing))).toBe('gd.report.final')
    const final: Step = [
      '2026-07-22',
      'tto_negotiator',
      'reportSupplemented',
      { hasDecisions: true, hasContract: true, hasIncome: true, final: true },
    ]
    expect(refusal(attempt([...steps, final], closing))).toBe('accepted')
  })
})

describe('performance', () => {
  const changed: Step = [
    '2026-07-02',
    'tto_negotiator',
    'termsChanged',
    { reason: '对方付款能力变化', terms: { ...terms, payment: '分两次付清' } },
  ]

  test('an objective change locks the payout until its own notice has run', () => {
    const steps = [
      ...upTo('planDrafted'),
      changed,
      ...mainLine.slice(upTo('planDrafted').length, -2),
    ]
    expect(refusal(attempt(steps, stepOf('paid')))).toBe('gd.change.notice')
  })

  test('a plan is drafted anew before it is paid, and published anew', () => {
    const redrafted = [...upTo('paid'), on('2026-07-22', 'planDrafted')]
    expect(refusal(attempt(redrafted, stepOf('paid')))).toContain('gd.plan.agreed')
  })

  test('a payout needs every part to be the net income to the fen', () => {
    const more = on('2026-07-10', 'receiptRecorded', {
      amount: '1',
      voucher: '记-9',
      beyond: '违约金（示例）',
    })
    const steps = [...upTo('planNoticeCertified'), more, stepOf('planNoticeCertified')]
    expect(refusal(attempt(steps, stepOf('paid')))).toContain('gd.allocation.whole')
  })

  test('the same receipt is not recorded, and so not shared out, twice', () => {
    const twice = on('2026-07-10', 'receiptRecorded')
    expect(refusal(attempt(upTo('planDrafted'), twice))).toBe('receipt-already-recorded')
    const other = on('2026-07-10', 'receiptRecorded', {
      voucher: '2026-07 记-1',
      beyond: '违约金（示例）',
    })
    expect(refusal(attempt(upTo('planDrafted'), other))).toBe('accepted')
  })

  test('a late receipt reopens the case and is distributed in a pass of its own', () => {
    const late: Step[] = [
      ['2026-09-01', 'tto_negotiator', 'reopened', { reason: '收到第二笔款' }],
      on('2026-09-01', 'receiptRecorded', {
        ...{ amount: '1000000', voucher: '记-20' },
        beyond: '违约金（示例）',
      }),
    ]
    expect(refusal(attempt(mainLine, late[1] as Step))).toBe('case-closed')
    const steps = [...mainLine, ...late]
    expect(stateAfter(steps).status).toBe('open')
    expect(refusal(attempt(steps, on('2026-09-02', 'closed')))).toContain('gd.close.distributed')
    const second = on('2026-09-02', 'planDrafted', {
      ...plan,
      lines: [
        { ...plan.lines[0], amount: '400000' },
        { ...plan.lines[1], amount: '300000' },
      ],
      toTto: '100000',
      toTtoStaff: '1',
      toInstitution: '200000',
    })
    expect(refusal(attempt(steps, second))).toBe('accepted')
  })

  test('a receivable that will never come is written off, and the case closed', () => {
    const data = { amount: '100000000', reason: '受让方破产' }
    const proposed: Step = ['2026-12-01', 'finance', 'writeOffProposed', data]
    const writtenOff: Step = ['2026-12-01', 'leaders', 'receivableWrittenOff', data]
    const steps = [...upTo('receiptRecorded'), proposed, writtenOff]
    expect(refusal(attempt(upTo('receiptRecorded'), on('2026-12-02', 'closed')))).toBe(
      'gd.close.distributed',
    )
    expect(refusal(attempt(steps, on('2026-12-02', 'closed')))).toBe('accepted')
  })
})

describe('an early end', () => {
  test('before signing the case is withdrawn, and nothing follows', () => {
    const withdrawn: Step = ['2026-03-24', 'tto_negotiator', 'withdrawn', { reason: '对方放弃' }]
    expect(refusal(attempt([...upTo('decided'), withdrawn], stepOf('decided')))).toBe(
      'case-withdrawn',
    )
    expect(
      refusal(
        attempt(upTo('contractRegistered'), [
          '2026-06-11',
          'tto_negotiator',
          'withdrawn',
          { reason: 'x' },
        ]),
      ),
    ).toBe('already-signed')
  })

  test('after signing it is terminated: registration and report follow, and what came in is shared out', () => {
    const ended: Step = ['2026-07-05', 'legal', 'terminated', { reason: '对方违约' }]
    const steps = [...upTo('planAgreed'), ended]
    expect(stateAfter(steps).status).toBe('terminated')
    expect(statusOn(steps, '2026-07-06', 'gd.termination.registration')).toBe('breached')
    const rest: Step[] = [
      ['2026-07-06', 'tto_negotiator', 'registrationAmended', { remark: '注销登记' }],
      [
        '2026-07-06',
        'tto_negotiator',
        'reportSupplemented',
        { hasDecisions: true, hasContract: true, hasIncome: true, final: true },
      ],
      ...mainLine
        .slice(upTo('planAgreed').length)
        .map(
          ([date, ...step]) =>
            [date < '2026-07-06' ? '2026-07-06' : date, ...step] as unknown as Step,
        ),
    ]
    const { last } = walk([...steps, ...rest])
    // The plan's notice starts on the 6th, so its certificate of the 20th is too early by a day.
    expect(refusal(last)).toContain('gd.plan.notice')
    expect(
      statusOn([...steps, ...rest.slice(0, 2)], '2026-07-06', 'gd.termination.registration'),
    ).toBe('met')
    expect(
      refusal(
        attempt(steps, ['2026-07-06', 'tto_negotiator', 'changeNoticePublished', { text: 'x' }]),
      ),
    ).toBe('case-terminated')
  })

  test('a finding that stops the deal ends the case', () => {
    const stopped: Step[] = [
      ...upTo('noticeCertified'),
      ['2026-03-10', 'discipline', 'abnormalityFound', { text: '价格异常' }],
      ['2026-03-12', 'discipline', 'objectionFound', { finding: '属实', outcome: 'stop' }],
    ]
    expect(stateAfter(stopped).status).toBe('rejected')
    expect(refusal(attempt(stopped, stepOf('noticePublished')))).toBe('case-rejected')
  })
})
