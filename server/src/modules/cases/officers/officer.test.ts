import { expect, test } from 'vitest'
import { canBeOfficer, checkOfficers, handedOver } from './officer.ts'

const colleague = (person: string, roles: string[], isDisabled = false) => ({
  person,
  name: `示例${person}`,
  roles,
  isDisabled,
})
const staff = [
  colleague('a', ['tto_negotiator']),
  colleague('b', ['tto_reviewer', 'policy_officer']),
  colleague('auditor', ['auditor']),
  colleague('gone', ['tto_negotiator'], true),
]

test.each([
  ['an officer', ['tto_negotiator'], false, true],
  ['one with a second role that only looks on', ['auditor', 'finance'], false, true],
  ['an auditor', ['auditor'], false, false],
  ['a person without a role', [], false, false],
  ['a disabled account', ['tto_negotiator'], true, false],
])('%s can carry a case or not', (_who, roles, isDisabled, can) => {
  expect(canBeOfficer(colleague('x', roles, isDisabled))).toBe(can)
})

test.each([
  ['a new one in charge', { lead: 'b', support: ['a'] }, 'accepted'],
  ['the same person twice', { lead: 'a', support: ['a'] }, 'leads-and-helps'],
  ['a stranger', { lead: 'x', support: [] }, 'no-such-officer'],
  ['an auditor as a help', { lead: 'a', support: ['auditor'] }, 'cannot-be-officer'],
  ['somebody disabled, newly', { lead: 'gone', support: [] }, 'cannot-be-officer'],
])('%s', (_what, wanted, answer) => {
  const outcome = checkOfficers(staff, { lead: 'a', support: [] }, wanted)
  expect(outcome.kind === 'refused' ? outcome.refusal.code : 'accepted').toBe(answer)
})

test('who has the case already may stay in it until replaced', () => {
  const before = { lead: 'gone', support: [] }
  expect(checkOfficers(staff, before, { lead: 'gone', support: ['b'] }).kind).toBe('accepted')
})

test.each([
  ['the lead goes on to another', ['a', []], ['b', []]],
  ['who helped takes the lead', ['a', ['b', 'c']], ['b', ['c']]],
  ['a help goes on', ['c', ['a']], ['c', ['b']]],
  ['to whom leads already', ['b', ['a', 'c']], ['b', ['c']]],
] as const)('handed over: %s', (_what, [lead, support], [newLead, newSupport]) => {
  expect(handedOver({ lead, support }, 'a', 'b')).toEqual({ lead: newLead, support: newSupport })
})
