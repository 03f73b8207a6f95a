import { day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { assessCase } from '../procedure/assess-case.ts'
import { lawOf, type Step, said, walk, warnings } from '../procedure/testing/walk.ts'
import { fits } from './fits.ts'
import type { CaseState } from './state.ts'
import { stepOn, told } from './testing/lines.ts'
import { mainLine, papersFor } from './testing/main-line.ts'
import { transferCase } from './transfer-case.ts'

// The same acts under the draft of Shanghai (S1–S10): it advises and never stops; being valid and
// being spared liability are two answers.

const law = lawOf('cn-sh-draft-2024')
const withPapers = (steps: readonly Step[]): readonly Step[] =>
  steps.map(([on, role, type, data]) => [on, role, type, data, papersFor(type)])
const run = (steps: readonly Step[]) => walk(transferCase, law, withPapers(steps))
const status = (steps: readonly Step[], date: string, norm: string) => {
  const { state, last } = run(steps)
  expect(said(last)).toBe('accepted')
  return assessCase(transferCase, { law }, state as CaseState, day(date)).findings.find(
    (one) => one.norm === norm,
  )?.status
}
const office = 'tto_negotiator'
const exchange: readonly Step[] = [
  [
    '2026-03-06',
    office,
    'venueAdded',
    { venue: 'exchange', place: '示例', shownFrom: '2026-03-06' },
  ],
  ['2026-03-23', office, 'venueEnded', { venue: 'exchange', lastShownOn: '2026-03-22' }],
]

test('S1–S10: the whole line is walked, and nothing of the draft stops it', () => {
  const { state, last } = run(mainLine)
  expect(said(last)).toBe('accepted')
  expect(state?.status).toBe('closed')
})

test('S5: a notice without a price is warned of, not refused', () => {
  const silent = told('noticePublished', {})
  const { last } = run([...silent, stepOn('2026-03-05', 'noticePublished', { price: undefined })])
  expect(said(last)).toBe('accepted')
  expect(warnings(last)).toContain('sh.notice.fields')
})

test('S5: while an objection is open, no notice is put up again', () => {
  const objection: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '遗漏完成人', inWriting: true, toDepartment: true },
  ]
  const running = [...told('noticePublished', {}), stepOn('2026-03-05', 'noticePublished')]
  const again = stepOn('2026-03-11', 'noticePublished')
  expect(said(run([...running, again]).last)).toBe('notice-running')
  expect(said(run([...running, objection, again]).last)).toBe('objection-open')
})

test('S6, S7: a contract before its decision is a matter of the record', () => {
  expect(said(run([...told('decided', {}), stepOn('2026-06-10', 'signed')]).last)).toBe(
    'not-decided',
  )
})

test('S8: a late registration is shown, and settled by registering', () => {
  const signed = told('contractRegistered', {})
  expect(status(signed, '2026-07-20', 'sh.registration.in-time')).toBe('breached')
  expect(
    status(
      [...signed, stepOn('2026-06-15', 'contractRegistered')],
      '2026-07-20',
      'sh.registration.in-time',
    ),
  ).toBe('met')
})

describe('the safe harbour of an agreed price', () => {
  const certified = told('decided', {})
  const both: readonly Step[] = [
    ...told('noticeCertified', {}),
    exchange[0] as Step,
    stepOn('2026-03-21', 'noticeCertified'),
    exchange[1] as Step,
  ]

  test('wants both venues; one alone leaves the deal valid and the harbour open', () => {
    expect(status(certified, '2026-03-24', 'sh.notice.published')).toBe('met')
    expect(status(certified, '2026-03-24', 'sh.notice.harbour')).toBe('pending')
    expect(status(both, '2026-03-24', 'sh.notice.harbour')).toBe('met')
  })

  test('is lost when price or partner change, until both venues have shown it again', () => {
    const changed: readonly Step[] = [
      ...both,
      [
        '2026-03-24',
        office,
        'termsChanged',
        { reason: '价格', terms: { ...terms(), price: '90000000' } },
      ],
      stepOn('2026-03-25', 'reviewed'),
      stepOn('2026-03-26', 'noticePublished', { price: '90万元' }),
    ]
    expect(status(changed, '2026-04-15', 'sh.notice.harbour')).toBe('pending')
  })

  test('holds for a listing without a second notice', () => {
    const listing = told('signed', {
      negotiationStarted: {
        mode: 'license',
        pricing: 'listing',
        appraisal: 'appraised',
        relatedPartiesDeclared: true,
      },
      proposed: { terms: { ...terms(), counterparty: undefined } },
    })
    expect(status(listing, '2026-03-25', 'sh.notice.harbour')).toBe('met')
  })
})

test('an objection suspends by our default, which the draft does not state', () => {
  const filed: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '有异议', inWriting: true, toDepartment: true },
  ]
  const { state } = run([...told('noticeCertified', {}), filed])
  expect(state?.status).toBe('suspended')
  expect(status([...told('noticeCertified', {}), filed], '2026-03-11', 'sh.notice.objection')).toBe(
    'pending',
  )
})

describe('what only a person can say of those who are rewarded', () => {
  const equityPlan = (lines: readonly object[], said: object) => [
    ...told('planDrafted', {}),
    stepOn('2026-07-02', 'planDrafted', { lines, ...said }),
  ]
  const lineOf = (name: string, isChief: boolean, amount: string) => ({
    ...{ name, isInventor: true, isChief, holdsLeadingPost: isChief, amount },
    award: 'equity',
  })
  const nobody = [lineOf('示例甲', false, '61600000')]

  test.each([
    [nobody, {}, 'unknown'],
    [nobody, { formerChiefGetsEquity: false }, 'met'],
    [nobody, { formerChiefGetsEquity: true }, 'breached'],
    [[lineOf('示例乙', true, '61600000')], { formerChiefGetsEquity: false }, 'breached'],
  ])('equity for a former chief: %#', (lines, said, wanted) => {
    expect(status(equityPlan(lines, said), '2026-07-02', 'sh.allocation.chiefs')).toBe(wanted)
  })

  test('who heads the party organisation only may have it under one reading', () => {
    const plan = equityPlan([lineOf('示例乙', true, '61600000')], {
      onlyPartyChiefGetsEquity: true,
    })
    const { state } = run(plan)
    const ground = { law, readings: { 'sh.chiefs': 'administrative' } }
    const { findings } = assessCase(transferCase, ground, state as CaseState, day('2026-07-02'))
    expect(findings.find(({ norm }) => norm === 'sh.allocation.chiefs')?.status).toBe('met')
  })

  test.each([
    [{}, 'unknown'],
    [{ staffPaidAsContributors: false }, 'na'],
    [{ staffPaidAsContributors: true }, 'unknown'],
    [{ staffPaidAsContributors: true, staffNamedContributors: true }, 'met'],
    [{ staffPaidAsContributors: true, staffNamedContributors: false }, 'breached'],
  ])('staff of the office paid as contributors: %j is %s', (said, wanted) => {
    const paid = mainLine
      .slice(0, -1)
      .map(
        (step): Step => (step[2] === 'planDrafted' ? stepOn(step[0], 'planDrafted', said) : step),
      )
    expect(status(paid, '2026-07-22', 'sh.allocation.contributors.staff')).toBe(wanted)
  })

  test.each([
    [{ contributorsShare: '70%' }, 'met'],
    [{ contributorsShare: '40%' }, 'unknown'],
    [{ contributorsShare: '40%', contributorsCash: '30%', cashOnlyForBarred: true }, 'met'],
    [{ contributorsShare: '40%', contributorsCash: '30%', cashOnlyForBarred: false }, 'breached'],
    [{ contributorsShare: '40%', contributorsCash: '0%', cashOnlyForBarred: false }, 'breached'],
  ])('cash in place of equity: %j is %s', (said, wanted) => {
    const [start = {}] = mainLine
      .filter((step) => step[2] === 'negotiationStarted')
      .map((step) => step[3])
    const mode = 'equity_contribution'
    const before = told('signed', {
      negotiationStarted: { ...start, mode, appraisal: 'appraised' },
      proposed: { terms: { ...terms(), mode } },
    })
    const signed = [...before, stepOn('2026-06-10', 'signed', { mode, ...said })]
    expect(status(signed, '2026-06-10', 'sh.allocation.equity')).toBe(wanted)
  })

  test('a question is put only where it can concern somebody', () => {
    const { state } = run(told('planDrafted', {}))
    const hidden = (data: object) => fits(state, 'planDrafted', data as never).hides
    expect(hidden({})).toEqual(
      expect.arrayContaining(['staffNamedContributors', 'formerChiefGetsEquity']),
    )
    expect(hidden({ lines: [lineOf('示例乙', true, '1')], staffPaidAsContributors: true })).toEqual(
      expect.not.arrayContaining(['staffNamedContributors']),
    )
    expect(fits(state, 'signed', {}).hides).toContain('cashOnlyForBarred')
  })
})

function terms() {
  return (mainLine.find((step) => step[2] === 'proposed')?.[3]['terms'] ?? {}) as Record<
    string,
    unknown
  >
}
