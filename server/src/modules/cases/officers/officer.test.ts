import { expect, test } from 'vitest'
import { canBeOfficer, checkGiving, checkOfficers, handedOver } from './officer.ts'

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

const by = (person: string, ...roles: string[]) => ({ person, roles })
const house = [...staff, colleague('inventor', ['inventor']), colleague('leader', ['leaders'])]

test.each([
  ['who has it gives it', by('a', 'tto_negotiator'), 'a', 'b', 'accepted'],
  ['a colleague takes it', by('b', 'tto_negotiator'), 'a', 'b', 'not-yours-to-give'],
  ['a colleague gives it to a third', by('b', 'tto_reviewer'), 'a', 'c', 'not-yours-to-give'],
  ['a leader assigns it', by('leader', 'leaders'), 'a', 'b', 'accepted'],
  ['an administrator assigns it', by('z', 'admin'), 'gone', 'b', 'accepted'],
  ['a leader takes it', by('leader', 'leaders'), 'a', 'leader', 'taken-by-oneself'],
  [
    'a colleague takes the case of one who is gone',
    by('b', 'tto_negotiator'),
    'gone',
    'b',
    'not-yours-to-give',
  ],
  [
    'the office takes up what an inventor has',
    by('b', 'tto_negotiator'),
    'inventor',
    'b',
    'accepted',
  ],
  ['and what nobody has', by('b', 'tto_reviewer'), undefined, 'b', 'accepted'],
  ['finance takes up what nobody has', by('f', 'finance'), undefined, 'f', 'not-yours-to-give'],
  [
    'the case of one without an account',
    by('b', 'tto_negotiator'),
    'unknown',
    'b',
    'not-yours-to-give',
  ],
])('passed on: %s', (_what, who, from, to, answer) => {
  const outcome = checkGiving(house, who, from, { person: to, pointer: '#/to' })
  expect(outcome.kind === 'refused' ? outcome.refusal.code : 'accepted').toBe(answer)
})
