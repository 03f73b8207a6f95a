import { type Day, day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import type { Role } from '../../platform/access.ts'
import type { RoleGrant } from '../../platform/role-grant.ts'
import {
  administers,
  disable,
  firstGrants,
  grantRole,
  type Holder,
  leave,
  revokeRole,
  type Situation,
} from './account.ts'

const today = day('2026-06-10')
const early = day('2026-01-01')

let count = 0
function grant(role: Role, from: Day = early, to: Day | null = null): RoleGrant {
  count += 1
  const by = { grantedAt: new Date(0), grantedBy: 'x', grantedName: 'x', reason: null }
  return { id: `grant-${count}`, role, from, to, ...by, revokedAt: null, revokedName: null }
}
function holder(person: string, grants: RoleGrant[], more: Partial<Holder> = {}): Holder {
  const used = { isAccepted: true, isDisabled: false }
  return { id: `account-${person}`, person, name: person, grants, ...used, ...more }
}
const alone = holder('甲', [grant('admin')])
const second = holder('乙', [grant('admin')])
const officer = holder('丙', [grant('tto_negotiator')])
const situation = (holders: Holder[], actor = '甲'): Situation => ({ holders, actor, today })
const codeOf = (answer: { kind: string; refusal?: { code: string } }) =>
  answer.refusal?.code ?? answer.kind

test.each([
  ['a used account with the role for good', alone, true],
  ['one whose role ends some day', holder('甲', [grant('admin', early, day('2027-01-01'))]), false],
  ['one whose role begins tomorrow', holder('甲', [grant('admin', day('2026-06-11'))]), false],
  ['one that was invited only', holder('甲', [grant('admin')], { isAccepted: false }), false],
  ['one that is disabled', holder('甲', [grant('admin')], { isDisabled: true }), false],
  ['one in another role', officer, false],
])('%s administers: %#', (_what, one, expected) => {
  expect(administers(one, today)).toBe(expected)
})

describe('the last administrator', () => {
  const revoke = (whom: Holder, all: Holder[], to: Day = today) =>
    codeOf(revokeRole(whom, whom.grants[0]?.id ?? '', to, situation(all)))
  const invited = holder('乙', [grant('admin')], { isAccepted: false })
  const temporary = holder('乙', [grant('admin', early, day('2027-01-01'))])

  test.each([
    ['alone', [alone, officer], 'last-administrator'],
    ['beside one who was only invited', [alone, invited], 'last-administrator'],
    ['beside one whose role ends some day', [alone, temporary], 'last-administrator'],
    ['beside another', [alone, second], 'accepted'],
  ])('%s', (_what, all, code) => {
    expect(revoke(alone, all)).toBe(code)
    expect(codeOf(leave(alone, today, situation(all)))).toBe(code)
    expect(codeOf(disable(alone, situation(all, '丁')))).toBe(code)
  })

  test('does not become a temporary one either', () => {
    expect(revoke(alone, [alone], day('2027-01-01'))).toBe('last-administrator')
  })

  test('may lose any other role', () => {
    const both = holder('甲', [grant('finance'), grant('admin')])
    expect(revoke(both, [both])).toBe('accepted')
  })
})

describe('a grant', () => {
  const wanted = (role: Role, more: object = {}) => ({
    role,
    from: today,
    to: null,
    reason: null,
    ...more,
  })
  test.each([
    ['to another person', officer, wanted('tto_reviewer'), [alone, officer], 'accepted'],
    ['of a role that is held', officer, wanted('tto_negotiator'), [alone, officer], 'held-already'],
    [
      'after the one before has ended',
      holder('丙', [grant('legal', early, today)]),
      wanted('legal'),
      [alone],
      'accepted',
    ],
    [
      'that overlaps the end of the one before',
      holder('丙', [grant('legal', early, day('2026-06-11'))]),
      wanted('legal'),
      [alone],
      'held-already',
    ],
    [
      'from yesterday',
      officer,
      wanted('legal', { from: day('2026-06-09') }),
      [alone],
      'begins-in-the-past',
    ],
    ['without a day', officer, wanted('legal', { to: today }), [alone], 'ends-before-it-begins'],
    [
      'of a say in cases to oneself, beside another',
      alone,
      wanted('leaders'),
      [alone, second],
      'own-grant',
    ],
    [
      'of a say in cases to oneself, with a reason but beside another',
      alone,
      wanted('leaders', { reason: '人手不足' }),
      [alone, second],
      'own-grant',
    ],
    [
      'of a say in cases to oneself, alone',
      alone,
      wanted('leaders'),
      [alone],
      'own-grant-needs-reason',
    ],
    [
      'of a say in cases to oneself, alone and with a reason',
      alone,
      wanted('leaders', { reason: '单位仅一名工作人员' }),
      [alone],
      'accepted',
    ],
    ['of a role without a say to oneself', alone, wanted('inventor'), [alone, second], 'accepted'],
  ])('%s', (_what, whom, one, all, code) => {
    expect(codeOf(grantRole(whom, one, situation(all)))).toBe(code)
  })

  test('that comes with an invitation is no way around it', () => {
    const first = (person: string, holders: Holder[]) =>
      codeOf(firstGrants(person, [wanted('inventor'), wanted('finance')], situation(holders)))
    expect(first('甲', [second])).toBe('own-grant')
    expect(first('丁', [alone, second])).toBe('accepted')
  })
})

test('nobody disables themselves', () => {
  expect(codeOf(disable(alone, situation([alone, second])))).toBe('own-account')
  expect(codeOf(disable(second, situation([alone, second])))).toBe('accepted')
})

test('who leaves loses what reaches beyond the day, and nothing that ended before', () => {
  const whom = holder('丙', [
    grant('legal', early, day('2026-03-01')),
    grant('finance', early, day('2026-12-01')),
    grant('tto_reviewer', day('2026-07-01')),
  ])
  const ended = leave(whom, day('2026-06-30'), situation([alone, whom]))
  expect(ended.kind === 'accepted' && ended.value.map(({ role }) => role)).toEqual([
    'finance',
    'tto_reviewer',
  ])
})
