import { expect, test } from 'vitest'
import { neededActs } from '../testing/bound.ts'
import { stateAfter, stepOn, told } from '../testing/lines.ts'
import { attempt, refusal, resolution, type Step } from '../testing/main-line.ts'

// A meeting called with its agenda, a decision put off, and finished steps taken anew.

const called: Step = [
  '2026-03-22',
  'tto_negotiator',
  'meetingCalled',
  {
    meetsOn: '2026-03-24',
    body: 'party_committee',
    agenda: '许可事项',
    noticeAttached: true,
    toRecuse: ['示例乙'],
  },
]
const noticed = told('decided', {})
const redo = (step: string): Step => [
  '2026-03-25',
  'tto_reviewer',
  'stepRedone',
  { step, cause: 'error', reason: '材料有误', approvedBy: '示例辛' },
]

test('whoever was to recuse is on the list of those who did', () => {
  const decide = (change: object) =>
    refusal(attempt([...noticed, called], stepOn('2026-03-24', 'decided', { ...change })))
  expect(decide({})).toBe('accepted')
  expect(decide({ recused: [] })).toBe('recusal-missing')
  expect(decide({ recused: [], recusalObserved: false })).toBe('gd.decision.rules')
})

test('no meeting is called before the review, nor after the decision', () => {
  expect(refusal(attempt(told('reviewed', {}), called))).toBe('not-reviewed')
  const late: Step = ['2026-03-25', called[1], called[2], called[3]]
  expect(refusal(attempt(told('signed', {}), late))).toBe('already-decided')
})

test('a deferred matter is decided again; a secret ballot and dissents are on record', () => {
  const put: Step = [
    '2026-03-24',
    'leaders',
    'decided',
    { ...resolution, result: 'deferred', deferredUntil: '2026-04-30' },
  ]
  const told2 = {
    ballot: 'secret_ballot',
    dissents: [{ name: '示例壬', opinion: '价格偏低' }],
  }
  const state = stateAfter([...noticed, put, stepOn('2026-04-28', 'decided', told2)])
  expect(state.decision?.data).toMatchObject(told2)
  expect(refusal(attempt([...noticed, put], stepOn('2026-06-10', 'signed')))).toBe(
    'gd.decision.passed',
  )
})

test.each([
  ['review', 'reviewed'],
  ['decision', 'decided'],
])('a finished %s is taken anew with a reason and an approval', (step, act) => {
  const decided = told('signed', {})
  const state = stateAfter([...decided, redo(step)])
  expect(neededActs(state)).toContain(act)
  expect(refusal(attempt([...decided, redo(step)], stepOn('2026-06-10', 'signed')))).not.toBe(
    'accepted',
  )
})

test.each(['screening', 'title', 'review'])(
  'a %s that is to be taken anew is taken before anything is signed',
  (step) => {
    const decided = [...told('signed', {}), redo(step)]
    const again = stepOn('2026-03-26', 'screened')
    expect(refusal(attempt(decided, stepOn('2026-06-10', 'signed')))).not.toBe('accepted')
    if (step !== 'screening') return
    expect(refusal(attempt(decided, stepOn('2026-06-10', 'signed')))).toBe('step-to-redo')
    expect(refusal(attempt([...decided, again], stepOn('2026-06-10', 'signed')))).toBe('accepted')
  },
)

test('what was not taken or is signed is not taken anew', () => {
  expect(refusal(attempt(told('decided', {}), redo('decision')))).toBe('step-not-taken')
  const late: Step = ['2026-06-16', 'leaders', 'stepRedone', redo('decision')[3]]
  expect(refusal(attempt(told('contractRegistered', {}), late))).toBe('already-signed')
})

test('the university reviews each submission, the supplement as well', () => {
  const affiliated = told('reported', {
    caseOpened: { ...stepOn('', 'caseOpened')[3], universityAffiliated: true },
  })
  const review = (on: string): Step => [
    on,
    'tto_negotiator',
    'universityReviewed',
    { opinion: '同意' },
  ]
  const report = stepOn('2026-06-25', 'reported')
  expect(refusal(attempt(affiliated, report))).toBe('gd.report.university')
  const back: readonly Step[] = [
    ...affiliated,
    review('2026-06-20'),
    report,
    ['2026-07-01', 'tto_negotiator', 'reportReturned', { reason: '缺件' }],
  ]
  const mended: Step = [
    '2026-07-05',
    'tto_negotiator',
    'reportSupplemented',
    { hasDecisions: true, hasContract: true, hasIncome: true, final: true },
  ]
  expect(neededActs(stateAfter(back))).toContain('universityReviewed')
  expect(refusal(attempt(back, mended))).toBe('gd.report.university-again')
  expect(refusal(attempt([...back, review('2026-07-04')], mended))).toBe('accepted')
})
