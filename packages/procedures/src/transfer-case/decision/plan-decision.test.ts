import { expect, test } from 'vitest'
import { neededActs } from '../testing/bound.ts'
import { stateAfter, stepOn, told } from '../testing/lines.ts'
import { attempt, plan, refusal, resolution, type Step } from '../testing/main-line.ts'

// A house whose rule has plans decided collectively pays none before that; without such a rule nobody is asked.

const asks = { planDrafted: { ...plan, decisionAsked: { version: 1, title: '分配办法' } } }
const decide = (change: object = {}, on = '2026-07-21'): Step => [
  on,
  'leaders',
  'planDecided',
  { ...resolution, ...change },
]
const pay = stepOn('2026-07-22', 'paid')
const certified = told('paid', asks)
const answer = (steps: readonly Step[], step: Step) => refusal(attempt(steps, step))
const needed = (steps: readonly Step[]) => neededActs(stateAfter(steps))

test('a plan is paid once it was decided for, and not before', () => {
  expect(answer(certified, pay)).toBe('plan-undecided')
  expect(needed(certified)).toContain('planDecided')
  expect(needed(certified)).not.toContain('paid')
  expect(answer([...certified, decide({ result: 'deferred' })], pay)).toBe('plan-undecided')
  const passed = [...certified, decide({ result: 'deferred' }), decide()]
  expect(answer(passed, pay)).toBe('accepted')
  expect(needed(passed)).toContain('paid')
  expect(needed(passed)).not.toContain('planDecided')
  expect(answer(passed, decide())).toBe('plan-already-decided')
})

test('one that was rejected is drafted anew, and the new one is decided on for itself', () => {
  const rejected = [...certified, decide({ result: 'rejected' })]
  expect(answer(rejected, pay)).toBe('plan-undecided')
  expect(answer(rejected, decide())).toBe('plan-rejected')
  expect(needed(rejected)).toContain('planDrafted')
  const anew: Step = ['2026-07-22', 'team_rep', 'planDrafted', asks.planDrafted]
  const passed = [...certified, decide()]
  for (const before of [rejected, passed])
    expect(stateAfter([...before, anew]).plan?.decision).toBeUndefined()
})

test('it is decided after everybody agreed, after the notice, and in due form', () => {
  expect(answer(told('planAgreed', asks), decide({}, '2026-07-02'))).toBe('plan-not-agreed')
  expect(answer(told('planNoticeCertified', asks), decide())).toBe('plan-notice-runs')
  expect(answer(certified, decide({}, '2026-07-19'))).toBe('before-what-it-rests-on')
  for (const flaw of ['minuted', 'quorate', 'recusalObserved'])
    expect(answer(certified, decide({ [flaw]: false }))).toBe('plan-decision-unsound')
  expect(answer(certified, decide({ minuted: false, result: 'deferred' }))).toBe('accepted')
  expect(answer(certified, decide({ present: 3 }))).toBe('more-votes-than-present')
})

test('where the rule of the house asks for none, none is asked and none is recorded', () => {
  expect(answer(told('paid', {}), pay)).toBe('accepted')
  expect(answer(told('paid', {}), decide())).toBe('plan-decision-not-asked')
  expect(answer(told('planDrafted', {}), decide({}, '2026-07-01'))).toBe('no-plan')
  expect(needed(told('paid', {}))).not.toContain('planDecided')
})
