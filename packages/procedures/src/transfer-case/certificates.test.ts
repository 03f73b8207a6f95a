import { describe, expect, test } from 'vitest'
import { attempt, refusal, type Step, terms, upTo } from './testing/main-line.ts'

// A certificate says that a notice was shown for its whole period. One that is given too early is
// refused with the article, for every kind of notice, and a notice that failed is put up again.

describe("the plan's notice, published on Friday 3 July 2026, runs through Monday 20 July", () => {
  const certify = (on: string, last: string): Step => [
    on,
    'tto_negotiator',
    'planNoticeCertified',
    { lastShownOn: last },
  ]
  const before = upTo('planNoticeCertified')

  test.each([
    ['on its last day', certify('2026-07-20', '2026-07-20'), 'gd.plan.notice'],
    ['taken down a day early', certify('2026-07-21', '2026-07-19'), 'gd.plan.notice'],
    ['after its last day', certify('2026-07-21', '2026-07-20'), 'accepted'],
  ])('certified %s', (_when, step, expected) => {
    expect(refusal(attempt(before, step))).toBe(expected)
  })

  test('is put up again when it failed, and runs in full', () => {
    const again: Step = [
      '2026-07-21',
      'tto_negotiator',
      'planNoticePublished',
      { leadersDisclosed: true },
    ]
    const steps = [...before, again]
    // From Tuesday 21 July the fifteenth day is Wednesday 5 August.
    expect(refusal(attempt(steps, certify('2026-08-05', '2026-08-05')))).toBe('gd.plan.notice')
    expect(refusal(attempt(steps, certify('2026-08-06', '2026-08-05')))).toBe('accepted')
  })

  test('an objection found groundless still asks for a fresh notice', () => {
    const objected: Step[] = [
      ['2026-07-10', 'public', 'planObjected', { name: '示例丙', text: '有异议' }],
      [
        '2026-07-14',
        'tto_reviewer',
        'planObjectionFound',
        { finding: '不成立', outcome: 'continue' },
      ],
    ]
    expect(
      refusal(attempt([...before, ...objected], certify('2026-07-21', '2026-07-20'))),
    ).toContain('gd.plan.objection')
    const again: Step = [
      '2026-07-15',
      'tto_negotiator',
      'planNoticePublished',
      { leadersDisclosed: true },
    ]
    const steps = [...before, ...objected, again]
    expect(refusal(attempt(steps, certify('2026-07-31', '2026-07-30')))).toBe('accepted')
  })
})

describe('the notice of a change after signing', () => {
  const changed: Step[] = [
    ...upTo('planDrafted'),
    [
      '2026-07-02',
      'tto_negotiator',
      'termsChanged',
      { reason: '对方付款能力变化', terms: { ...terms, payment: '分两次付清' } },
    ],
    ['2026-07-03', 'tto_negotiator', 'changeNoticePublished', { text: '改为分两次付清' }],
  ]
  const certify = (on: string, last: string): Step => [
    on,
    'tto_negotiator',
    'changeNoticeCertified',
    { lastShownOn: last },
  ]

  test.each([
    ['on its last day', certify('2026-07-20', '2026-07-20'), 'gd.change.notice'],
    ['taken down a day early', certify('2026-07-21', '2026-07-19'), 'gd.change.notice'],
    ['after its last day', certify('2026-07-21', '2026-07-20'), 'accepted'],
  ])('certified %s', (_when, step, expected) => {
    expect(refusal(attempt(changed, step))).toBe(expected)
  })

  test('is put up again when it failed', () => {
    const again: Step = ['2026-07-21', 'tto_negotiator', 'changeNoticePublished', { text: '同上' }]
    expect(refusal(attempt([...changed, again], certify('2026-07-22', '2026-07-20')))).toBe(
      'not-shown-then',
    )
    expect(refusal(attempt([...changed, again], certify('2026-07-22', '2026-07-21')))).toBe(
      'gd.change.notice',
    )
    expect(refusal(attempt([...changed, again], certify('2026-08-06', '2026-08-05')))).toBe(
      'accepted',
    )
  })

  test('holds up the closing while it runs', () => {
    const late = (step: Step): Step =>
      [step[0].replace('2026-07', '2026-11'), ...step.slice(1)] as never
    const shown = [...upTo('closed'), ...changed.slice(-2).map(late)]
    const closing: Step = ['2026-12-30', 'tto_negotiator', 'closed', { summary: '示例' }]
    expect(refusal(attempt(shown, closing))).toBe('change-notice-open')
    const over = [...shown, certify('2026-11-24', '2026-11-23')]
    expect(refusal(attempt(over, closing))).toBe('accepted')
  })

  test('an objection to it suspends the payout, not the report', () => {
    const objection: Step = [
      '2026-07-08',
      'public',
      'objectionFiled',
      { name: '示例丙', text: '有异议', inWriting: true, toDepartment: true },
    ]
    expect(refusal(attempt(changed, objection))).toBe('accepted')
    expect(
      refusal(attempt([...changed, objection], certify('2026-07-21', '2026-07-20'))),
    ).toContain('gd.change.objection')
  })
})
