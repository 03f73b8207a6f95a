import { addDays, day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import type { FileRef } from '../procedure/entry.ts'
import type { CaseState } from './state.ts'
import { assessCase, decide, replay } from './testing/bound.ts'
import { byOf, law, refusal, type Step, upTo, walk } from './testing/main-line.ts'

// Signed on Wednesday 10 June 2026: the report is due on Thursday 25 June.

const receipt: FileRef = { name: '寄件回执.pdf', sha256: '0'.repeat(64), size: 1 }
const papers = { hasDecisions: true, hasContract: true, hasIncome: true }
const report = { ...papers, through: 'letter' }

/** Records the report on `today` as having happened on `on`. */
function reportLate(today: string, on: string, extra: { lateReason?: string; files?: FileRef[] }) {
  const state = replay(walk(upTo('reported')).acts)
  const command = { type: 'reported', on: day(on), at: `${today}T09:00:00+08:00` } as const
  const by = byOf('tto_negotiator')
  return decide({ law, today: day(today) }, state, {
    ...command,
    by,
    data: report,
    files: [],
    ...extra,
  })
}

describe('an act recorded later than it happened', () => {
  test.each([
    ['without a reason', { files: [receipt] }, 'late-without-reason'],
    ['without a paper', { lateReason: '邮寄后补录' }, 'late-without-paper'],
    ['with both', { lateReason: '邮寄后补录', files: [receipt] }, 'accepted'],
  ])('that settles a deadline, %s', (_how, extra, expected) => {
    expect(refusal(reportLate('2026-07-10', '2026-06-24', extra))).toBe(expected)
  })

  test('is judged on the day it happened, and says how much later it was recorded', () => {
    const decision = reportLate('2026-07-10', '2026-06-24', {
      lateReason: '邮寄后补录',
      files: [receipt],
    })
    if (decision.kind === 'refused') throw new TypeError('The report is accepted.')
    const { findings, late } = assessCase({ law }, decision.after, day('2026-07-10'))
    const finding = findings.find(({ norm }) => norm === 'gd.report.in-time')
    expect(finding?.status).toBe('met')
    expect(late['gd.report.in-time']).toMatchObject({
      on: '2026-06-24',
      recordedOn: '2026-07-10',
      days: 16,
      reason: '邮寄后补录',
    })
  })

  test('that settles a time which only advises needs neither', () => {
    const [on, role, type, data] = upTo('registrationReported').at(-1) as Step
    const state = replay(walk(upTo('contractRegistered')).acts)
    const today = addDays(day(on), 1)
    const command = { type, on: day(on), at: `${today}T09:00:00+08:00`, by: byOf(role), data }
    expect(refusal(decide({ law, today }, state, command))).toBe('accepted')
  })

  test('that settles no deadline needs neither', () => {
    const [, role, type, data] = upTo('contractRegistered').at(-1) as Step
    const state = replay(walk(upTo('signed')).acts)
    const command = { type, on: day('2026-06-10'), at: '2026-06-12T09:00:00+08:00' }
    const decided = decide({ law, today: day('2026-06-12') }, state, {
      ...command,
      by: byOf(role),
      data,
    })
    expect(refusal(decided)).toBe('accepted')
  })
})

test.each<[string, Step, string]>([
  [
    'a decision before the notice was certified',
    ['2026-03-20', 'leaders', 'decided', {}],
    '2026-03-21',
  ],
  ['a contract before the decision', ['2026-03-23', 'tto_negotiator', 'signed', {}], '2026-03-24'],
  ['a report before the signing', ['2026-06-09', 'tto_negotiator', 'reported', {}], '2026-06-10'],
  [
    'a title before the disclosure',
    ['2026-02-01', 'tto_negotiator', 'titleRegistered', {}],
    '2026-02-02',
  ],
  [
    'anything before the case was opened',
    ['2026-01-31', 'finance', 'costRecorded', {}],
    '2026-02-01',
  ],
])('%s is refused', (_name, [on, role, type], earliest) => {
  const state = replay(walk(upTo(type)).acts)
  const decided = decide({ law, today: day('2026-12-01') }, state, {
    type,
    on: day(on),
    at: '2026-12-01T09:00:00+08:00',
    by: byOf(role),
    data: {},
  })
  expect(decided).toMatchObject({
    kind: 'refused',
    refusal: { code: 'before-what-it-rests-on', earliest },
  })
})

test('a report made in time and returned is not late when it is corrected', () => {
  const steps: Step[] = [
    ...upTo('receiptRecorded'),
    ['2026-07-02', 'tto_negotiator', 'reportReturned', { reason: '缺会议记录' }],
  ]
  const corrected: Step = [
    '2026-07-20',
    'tto_negotiator',
    'reportSupplemented',
    { ...papers, final: true },
  ]
  const { acts, last } = walk([...steps, corrected])
  expect(refusal(last)).toBe('accepted')
  const { findings } = assessCase({ law }, replay(acts) as CaseState, day('2026-07-20'))
  const statusOf = (id: string) => findings.find(({ norm }) => norm === id)?.status
  expect(statusOf('gd.report.in-time')).toBe('met')
  expect(statusOf('gd.report.content')).toBe('met')
})

test('a case on the provincial platform is reported when its papers are there, not before', () => {
  const opened = upTo('reported').map(
    (step) =>
      (step[2] === 'caseOpened'
        ? [step[0], step[1], step[2], { ...step[3], viaProvincialPlatform: true }]
        : step) as Step,
  )
  const statusOn = (steps: readonly Step[], on: string) =>
    assessCase({ law }, replay(walk(steps).acts) as CaseState, day(on)).findings.find(
      ({ norm }) => norm === 'gd.report.in-time',
    )?.status
  const filed = (on: string): Step => [
    on,
    'tto_negotiator',
    'reported',
    { ...report, through: 'platform' },
  ]
  expect(statusOn(opened, '2026-06-25')).toBe('pending')
  expect(statusOn(opened, '2026-06-26')).toBe('breached')
  expect(statusOn([...opened, filed('2026-06-25')], '2026-06-26')).toBe('met')
  expect(statusOn([...opened, filed('2026-06-26')], '2026-06-26')).toBe('breached')
})
