import { expect, test } from 'vitest'
import { checkDeciding, checkEnding, checkNaming, isRunning, lentRoles } from './substitution.ts'

const colleague = (person: string, ...roles: string[]) => ({
  person,
  name: person,
  roles,
  isDisabled: false,
})
const staff = [
  colleague('ann', 'tto_negotiator', 'admin'),
  colleague('ben', 'finance'),
  colleague('auditor', 'auditor'),
]
const today = '2026-03-02'
const week = { from: '2026-03-02', until: '2026-03-08' }
const own = { person: 'ann', mayNameOthers: false }
const naming = { person: 'ann', substitute: 'ben', roles: ['tto_negotiator'], ...week }

test.each([
  ['a colleague, for a week', {}, own, 'accepted'],
  ['for somebody else', {}, { person: 'ben', mayNameOthers: false }, 'only-for-oneself'],
  ['for somebody who fell ill', {}, { person: 'ben', mayNameOthers: true }, 'accepted'],
  ['oneself', { substitute: 'ann' }, own, 'for-oneself'],
  ['a stranger', { substitute: 'x' }, own, 'no-such-person'],
  ['an auditor', { substitute: 'auditor' }, own, 'cannot-substitute'],
  ['a role not held', { roles: ['leaders'] }, own, 'role-not-held'],
  ['the say over accounts', { roles: ['admin'] }, own, 'role-not-lent'],
  ['a time that is over', { from: '2026-02-01', until: '2026-03-01' }, own, 'over-already'],
])('naming %s', (_what, change, by, answer) => {
  const outcome = checkNaming(staff, by, { ...naming, ...change }, today)
  expect(outcome.kind === 'refused' ? outcome.refusal.code : 'accepted').toBe(answer)
})

const one = {
  id: 's',
  ...naming,
  scope: 'all' as const,
  reason: '休假',
  namedBy: 'ann',
  state: 'named' as const,
}

test.each([
  ['another administrator', 'carl', one, 'accepted'],
  ['the absent', 'ann', one, 'not-by-a-party'],
  ['the substitute', 'ben', one, 'not-by-a-party'],
  ['once it is decided', 'carl', { ...one, state: 'approved' as const }, 'not-to-be-decided'],
])('decided by %s', (_who, by, which, answer) => {
  const outcome = checkDeciding(which, by)
  expect(outcome.kind === 'refused' ? outcome.refusal.code : 'accepted').toBe(answer)
})

test.each([
  ['a stranger', 'carl', false, one, 'not-yours-to-end'],
  ['the substitute', 'ben', false, one, 'accepted'],
  ['who runs the house', 'carl', true, one, 'accepted'],
  ['anybody, afterwards', 'ann', false, { ...one, until: '2026-03-01' }, 'not-running'],
])('ended by %s', (_who, person, mayNameOthers, which, answer) => {
  const outcome = checkEnding(which, { person, mayNameOthers }, today)
  expect(outcome.kind === 'refused' ? outcome.refusal.code : 'accepted').toBe(answer)
})

test.each([
  ['named', '2026-03-02', false],
  ['approved', '2026-03-01', false],
  ['approved', '2026-03-02', true],
  ['approved', '2026-03-08', true],
  ['approved', '2026-03-09', false],
  ['ended', '2026-03-02', false],
] as const)('%s on %s runs: %s', (state, day, runs) => {
  expect(isRunning({ ...one, state }, day)).toBe(runs)
})

test('what the absent person no longer holds is not lent', () => {
  expect(lentRoles(one, colleague('ann', 'finance'))).toEqual([])
  expect(lentRoles(one, undefined)).toEqual([])
  const gone = { ...colleague('ann', 'tto_negotiator'), isDisabled: true }
  expect(lentRoles(one, gone)).toEqual([])
  expect(lentRoles(one, { ...gone, isDisabled: false })).toEqual(['tto_negotiator'])
})
