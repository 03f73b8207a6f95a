import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import type { FileRef } from '../procedure/entry.ts'
import { decide, replay } from './testing/bound.ts'
import { byOf, law, plan, refusal, type Step, upTo, walk } from './testing/main-line.ts'

// Article 18: the team settles the split itself. Whoever has an account signs by it; for the others
// the office records the paper they signed.

const paper: FileRef = { name: '签字页.pdf', sha256: '1'.repeat(64), size: 1 }
const member = '0190a000-0000-7000-8000-000000000001'
const withAccount = { ...plan, lines: [{ ...plan.lines[0], person: member }, plan.lines[1]] }

function agree(
  who: string,
  by: { person: string; role: 'inventor' | 'tto_negotiator' },
  files: FileRef[],
) {
  const steps: Step[] = [
    ...upTo('planDrafted'),
    ['2026-07-02', 'team_rep', 'planDrafted', withAccount],
  ]
  const state = replay(walk(steps).acts)
  const on = day('2026-07-02')
  const command = {
    type: 'planAgreed',
    on,
    at: `${on}T09:00:00+08:00`,
    data: { member: who },
    files,
  } as const
  return refusal(
    decide({ law, today: on }, state, { ...command, by: { ...byOf(by.role), person: by.person } }),
  )
}

test.each([
  [
    'the member, signed in',
    '示例甲',
    { person: member, role: 'inventor' as const },
    [],
    'accepted',
  ],
  [
    'the office for a member with an account',
    '示例甲',
    { person: 'x', role: 'tto_negotiator' as const },
    [],
    'gd.plan.signed',
  ],
  [
    'the office, though with a paper',
    '示例甲',
    { person: 'x', role: 'tto_negotiator' as const },
    [paper],
    'gd.plan.signed',
  ],
  [
    'the office for a member without an account',
    '示例乙',
    { person: 'x', role: 'tto_negotiator' as const },
    [],
    'gd.plan.signed',
  ],
  [
    'the office with the signed paper',
    '示例乙',
    { person: 'x', role: 'tto_negotiator' as const },
    [paper],
    'accepted',
  ],
])('agreement recorded by %s', (_who, name, by, files, expected) => {
  expect(agree(name, by, files)).toBe(expected)
})

test('whoever waives a share signs as well', () => {
  const waiving: Step = [
    '2026-07-02',
    'team_rep',
    'planDrafted',
    { ...plan, lines: [{ ...plan.lines[0], amount: '61600000' }], waived: ['示例乙'] },
  ]
  const agreed = (who: string): Step => ['2026-07-02', 'inventor', 'planAgreed', { member: who }]
  const publish: Step = [
    '2026-07-03',
    'tto_negotiator',
    'planNoticePublished',
    { leadersDisclosed: true },
  ]
  const half = [...upTo('planDrafted'), waiving, agreed('示例甲')]
  expect(refusal(walk([...half, publish]).last)).toBe('gd.plan.agreed')
  expect(refusal(walk([...half, agreed('示例乙'), publish]).last)).toBe('accepted')
})

test('the majority suffices only under the other reading', () => {
  const state = replay(
    walk([...upTo('planAgreed'), ['2026-07-02', 'inventor', 'planAgreed', { member: '示例甲' }]])
      .acts,
  )
  const on = day('2026-07-03')
  const command = {
    type: 'planNoticePublished',
    on,
    at: `${on}T09:00:00+08:00`,
    by: byOf('tto_negotiator'),
    data: { leadersDisclosed: true },
  } as const
  expect(refusal(decide({ law, today: on }, state, command))).toBe('gd.plan.agreed')
})
