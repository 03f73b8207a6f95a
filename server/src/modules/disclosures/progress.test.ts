import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { workCalendar } from '../policies/index.ts'
import type { InventorStanding } from './confirmation.ts'
import { type Known, progressOf } from './progress.ts'

const inventor = (status: InventorStanding['status']): InventorStanding => ({
  place: 0,
  name: '示例甲',
  share: '50%',
  status,
  at: null,
  expiresAt: status === 'asked' ? new Date('2026-03-16T01:00:00Z') : null,
  words: null,
})
const known: Known = {
  intake: 'submitted',
  intakeOn: '2026-03-02',
  disclosedOn: '2026-03-02',
  acceptedOn: null,
  inventors: [inventor('confirmed'), inventor('asked')],
  titledOn: null,
  isDisputed: false,
  rights: [],
  caseOn: null,
  answerWithin: 10,
}
const states = (changes: Partial<Known>) =>
  Object.fromEntries(
    progressOf({ ...known, ...changes }, workCalendar()).map((step) => [step.code, step.state]),
  )

test('what was handed in waits for the office, until a day', () => {
  const steps = progressOf(known, workCalendar())
  expect(steps).toMatchObject([
    { code: 'submitted', state: 'done', on: '2026-03-02' },
    { code: 'confirmed', state: 'now', count: 1, of: 2, by: '2026-03-16', whose: 'inventors' },
    { code: 'reviewed', state: 'now', by: day('2026-03-16'), whose: 'office' },
    { code: 'titled', state: 'next' },
    { code: 'case', state: 'next' },
  ])
})

test.each([
  ['given back', { intake: 'returned' }, { reviewed: 'stopped', titled: 'next' }],
  ['accepted', { intake: 'accepted' }, { reviewed: 'done', titled: 'now', case: 'next' }],
  ['titled', { intake: 'accepted', titledOn: '2026-03-05' }, { titled: 'done', case: 'now' }],
  ['title in dispute', { titledOn: '2026-03-05', isDisputed: true }, { titled: 'stopped' }],
  ['a case', { intake: 'accepted', caseOn: '2026-03-09' }, { case: 'done' }],
  ['a dispute over shares', { inventors: [inventor('disputed')] }, { confirmed: 'stopped' }],
  ['all confirmed', { inventors: [inventor('confirmed')] }, { confirmed: 'done' }],
] as const)('%s', (_name, changes, expected) => {
  expect(states(changes)).toMatchObject(expected)
})

const right = { status: null, filedOn: null, grantedOn: null }
test.each([
  ['filed', [{ ...right, status: 'pending', filedOn: '2026-03-04' }], ['done', 'now']],
  ['granted', [{ ...right, filedOn: '2025-03-04', grantedOn: '2026-01-04' }], ['done', 'done']],
  ['registered, and never filed', [{ ...right, status: 'registered' }], [undefined, 'done']],
  ['drafted', [right], ['next', undefined]],
  ['refused', [{ ...right, status: 'rejected', filedOn: '2025-03' }], ['done', 'next']],
  ['none', [], [undefined, undefined]],
] as const)('how far its rights are: %s', (_name, rights, [filed, granted]) => {
  const known = states({ rights })
  expect([known['filed'], known['granted']]).toEqual([filed, granted])
})

test('a record of a ledger was never handed in', () => {
  expect(states({ intake: null })).toEqual({ submitted: 'done', titled: 'now', case: 'next' })
})

test('what was merged waits for nobody: it goes its way with the record that was kept', () => {
  const merged = { intake: 'merged' as const, intakeOn: '2026-03-05' }
  expect(progressOf({ ...known, ...merged }, workCalendar())).toMatchObject([
    { code: 'submitted', state: 'done' },
    { code: 'reviewed', state: 'done', on: '2026-03-05' },
  ])
})
