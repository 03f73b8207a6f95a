import { type Day, day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { lawOf } from '../packs/packs.ts'
import {
  decideOn,
  governing,
  type OwnRule,
  type Proposal,
  propose,
  type Situation,
  standingOf,
  toReadings,
  toRules,
} from './own-rule.ts'

const law = lawOf(['cn-gd-2025'])
const today = day('2026-06-10')
const institution = '示例医院（虚构）'
const share: Proposal = {
  kind: 'parameter',
  subject: 'inventor.floor',
  choice: '80%',
  from: today,
  to: null,
  basis: '院发（示例）第九条',
}
const reading: Proposal = {
  ...share,
  kind: 'reading',
  subject: 'gd.notice.counting',
  choice: 'working',
}
const signed = (by: string, on: Day = today) => ({
  by,
  name: by,
  on,
  at: new Date(`${on}T02:00:00Z`),
})

let count = 0
/** A rule proposed by 甲 and, unless it waits, approved by 乙 on its first day. */
function rule(given: Partial<Proposal> = {}, outcome: 'approved' | 'waits' = 'approved'): OwnRule {
  count += 1
  const whole = { ...share, ...given }
  const decided = { ...signed('乙', whole.from), outcome: 'approved' as const, reason: null }
  return {
    ...whole,
    id: `rule-${count}`,
    proposed: signed('甲', whole.from),
    ...(outcome === 'approved' && { decided }),
  }
}

const situation = (...rules: OwnRule[]): Situation => ({ law, institution, rules, today })
const codeOf = (given: Proposal, ...rules: OwnRule[]) => {
  const outcome = propose(given, situation(...rules))
  return outcome.kind === 'refused' ? outcome.refusal.code : 'accepted'
}

describe('a proposal', () => {
  test.each<[string, Partial<Proposal>, string]>([
    ['a stricter share', {}, 'accepted'],
    ['a number the law does not know', { subject: 'nothing' }, 'subject-unknown'],
    ['a share written as a fraction', { choice: '4/5' }, 'choice-malformed'],
    ['more than the whole', { choice: '100.0001%' }, 'choice-malformed'],
    ['the whole', { choice: '100%' }, 'accepted'],
    ['days as a share', { subject: 'notice.days', choice: '80%' }, 'choice-malformed'],
    ['half a day', { subject: 'notice.days', choice: '15.5' }, 'choice-malformed'],
    ['an amount', { subject: 'decision.large', choice: '100000000' }, 'accepted'],
    ['half a fen', { subject: 'decision.large', choice: '100.5' }, 'choice-malformed'],
    ['no amount at all', { subject: 'decision.large', choice: '0' }, 'choice-malformed'],
    ['an end on its first day', { to: today }, 'ends-before-it-begins'],
    ['a floor below the law', { choice: '69.9999%' }, 'laxer-than-law'],
    ['the floor of the law', { choice: '70%' }, 'accepted'],
    ['a cap above the law', { subject: 'tto.ceiling', choice: '15.0001%' }, 'laxer-than-law'],
    ['a cap below the law', { subject: 'tto.ceiling', choice: '10%' }, 'accepted'],
    ['a shorter notice', { subject: 'notice.days', choice: '14' }, 'laxer-than-law'],
    ['a longer notice', { subject: 'notice.days', choice: '16' }, 'accepted'],
    ['a longer time to report', { subject: 'report.days', choice: '16' }, 'laxer-than-law'],
    ['a shorter time to report', { subject: 'report.days', choice: '10' }, 'accepted'],
    ['a first number entered late', { from: day('2026-02-01') }, 'accepted'],
    ['taking back what is not there', { choice: null }, 'nothing-changes'],
  ])('of %s', (_what, given, code) => {
    expect(codeOf({ ...share, ...given })).toBe(code)
  })

  test('that is laxer names the article and both numbers', () => {
    const outcome = propose({ ...share, choice: '60%' }, situation())
    expect(outcome).toMatchObject({
      refusal: { clause: 'gd-2025#a18.p1', facts: { zh: expect.stringMatching(/60%.*70%/) } },
    })
  })

  test.each<[string, Partial<Proposal>, string]>([
    ['another reading', {}, 'accepted'],
    ['a reading that does not exist', { choice: 'lunar' }, 'choice-malformed'],
    ['a clause that does not exist', { subject: 'gd.nothing' }, 'subject-unknown'],
    ['a reading that reaches back', { from: day('2026-06-09') }, 'reaches-back'],
    ['a reading from later on', { from: day('2026-07-01') }, 'accepted'],
    ['the default, which speaks already', { choice: null }, 'nothing-changes'],
  ])('of %s', (_what, given, code) => {
    expect(codeOf({ ...reading, ...given })).toBe(code)
  })

  const old = rule({ from: day('2026-03-01') })
  test.each<[string, Partial<Proposal>, string]>([
    ['the same again', {}, 'nothing-changes'],
    ['the same, but with an end', { to: day('2027-01-01') }, 'accepted'],
    ['another number from today on', { choice: '75%' }, 'accepted'],
    [
      'another number from yesterday on',
      { choice: '90%', from: day('2026-06-09') },
      'reaches-back',
    ],
    ['an end from today on', { choice: null }, 'accepted'],
    ['an end that reaches back', { choice: null, from: day('2026-06-09') }, 'reaches-back'],
    ['another number before it began', { choice: '75%', from: day('2026-02-01') }, 'reaches-back'],
  ])('while 80%% governs since March, of %s', (_what, given, code) => {
    expect(codeOf({ ...share, ...given }, old)).toBe(code)
  })

  test('waits its turn behind another about the same', () => {
    const waiting = rule({ choice: '75%' }, 'waits')
    expect(codeOf(share, waiting)).toBe('another-waits')
    expect(codeOf({ ...share, subject: 'tto.ceiling', choice: '5%' }, waiting)).toBe('accepted')
  })
})

describe('a decision', () => {
  const waiting = rule({}, 'waits')
  const late = rule({ ...reading, from: day('2026-06-09') }, 'waits')
  const decided = rule()
  test.each([
    ['another person approves', waiting, 'approved', '乙', 'approved'],
    ['another person rejects', waiting, 'rejected', '乙', 'rejected'],
    ['the proposer approves', waiting, 'approved', '甲', 'second-person-needed'],
    ['the proposer rejects', waiting, 'rejected', '甲', 'second-person-needed'],
    ['the proposer withdraws', waiting, 'withdrawn', '甲', 'withdrawn'],
    ['another person withdraws', waiting, 'withdrawn', '乙', 'only-the-proposer'],
    ['what was decided is decided again', decided, 'approved', '丙', 'already-decided'],
    ['its first day has passed', late, 'approved', '乙', 'reaches-back'],
    ['its first day has passed, but it is rejected', late, 'rejected', '乙', 'rejected'],
  ] as const)('%s', (_what, about, outcome, person, expected) => {
    const answer = decideOn(about, outcome, person, situation(about))
    expect(answer.kind === 'refused' ? answer.refusal.code : answer.value).toBe(expected)
  })

  test('looks at the law again: what became laxer than it cannot be approved', () => {
    const lax = rule({ choice: '60%' }, 'waits')
    expect(decideOn(lax, 'approved', '乙', situation(lax))).toMatchObject({
      refusal: { code: 'laxer-than-law' },
    })
  })
})

describe('the days on which rules govern', () => {
  const first = rule({ from: day('2026-03-01') })
  const second = rule({ from: day('2026-05-01'), choice: '85%' })
  const none = rule({ from: day('2026-07-01'), choice: null })
  const waiting = rule({ from: day('2026-04-01'), choice: '90%' }, 'waits')
  const all = governing([second, waiting, none, first])

  test('a later one ends the one before; one that waits governs nothing', () => {
    expect(all.map(({ rule: { choice }, from, to }) => [choice, from, to])).toEqual([
      ['80%', '2026-03-01', '2026-05-01'],
      ['85%', '2026-05-01', '2026-07-01'],
      [null, '2026-07-01', null],
    ])
  })

  test('the kernel reads them with their days, and not what takes back', () => {
    expect(toRules(all, institution)).toEqual([
      expect.objectContaining({ param: 'inventor.floor', value: '80%', to: '2026-05-01' }),
      expect.objectContaining({ value: '85%', by: institution, to: '2026-07-01' }),
    ])
    expect(toReadings(governing([rule(reading)]))).toEqual([
      {
        id: 'gd.notice.counting',
        reading: 'working',
        by: '甲、乙',
        basis: share.basis,
        from: today,
      },
    ])
  })

  test('of two from the same day the later decision counts', () => {
    const [a, b] = [rule(), rule({ choice: '90%' })]
    const later = { ...b, decided: b.decided && { ...b.decided, at: new Date('2026-06-11') } }
    expect(governing([later, a]).map(({ rule: { choice } }) => choice)).toEqual(['90%'])
  })

  test.each([
    [waiting, 'proposed'],
    [first, 'ended'],
    [second, 'governs'],
    [none, 'ahead'],
  ] as const)('where each stands today: %#', (one, standing) => {
    expect(standingOf(one, all, today)).toBe(standing)
  })
})
