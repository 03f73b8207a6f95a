import { expect, test } from 'vitest'
import {
  agreed,
  answer,
  before,
  byPaper,
  lines,
  members,
  paid,
  planned,
  step,
} from './testing/rewarding.ts'

// A house whose rule has plans decided collectively pays no reward of commissioned work before that either.

const asking = planned({
  lines: byPaper.map((one) => ({ ...one, share: '1/3' })),
  decisionAsked: { version: 1, title: '分配办法' },
})
const whole = [...before, asking, ...members.map(({ name }) => agreed(name))]
const decide = (change: object = {}, on = '2026-05-16') =>
  step(on, 'leaders', 'rewardPlanDecided', {
    ...{ result: 'passed', minuted: true, quorate: true, recusalObserved: true },
    ...{ votesFor: 7, votesAgainst: 0, abstentions: 0, ...change },
  })
const pay = paid({ lines })

test('a reward is paid once its plan was decided for, and not before', () => {
  expect(answer([...whole, pay])).toBe('plan-undecided')
  expect(answer([...whole, decide({ result: 'deferred' }), pay])).toBe('plan-undecided')
  expect(answer([...whole, decide({ result: 'deferred' }), decide(), pay])).toBe('accepted')
  expect(answer([...whole, decide(), decide()])).toBe('plan-already-decided')
})

test('one that was rejected is drawn up anew, and the new one is decided on for itself', () => {
  const rejected = [...whole, decide({ result: 'rejected' })]
  expect(answer([...rejected, pay])).toBe('plan-undecided')
  expect(answer([...rejected, decide()])).toBe('plan-rejected')
  const anew = step('2026-05-17', 'tto_negotiator', 'rewardPlanned', asking[3])
  const agreedAnew = members.map(({ name }) =>
    step('2026-05-17', 'tto_negotiator', 'rewardAgreed', { member: name, paper: '签字件（示例）' }),
  )
  expect(answer([...whole, decide(), anew, ...agreedAnew, pay])).toBe('plan-undecided')
  expect(answer([...rejected, anew, ...agreedAnew, decide({}, '2026-05-18'), pay])).toBe('accepted')
})

test('it is decided after everybody agreed, by the leaders, in due form, and only where it is asked', () => {
  expect(answer([...before, asking, decide()])).toBe('plan-not-agreed')
  expect(answer([...before, decide()])).toBe('no-reward-plan')
  for (const flaw of ['minuted', 'quorate', 'recusalObserved'])
    expect(answer([...whole, decide({ [flaw]: false })])).toBe('plan-decision-unsound')
  const [on, , type, data] = decide()
  expect(answer([...whole, step(on, 'finance', type, data)])).toBe('role-not-allowed')
  const unasked = planned({ lines: byPaper.map((one) => ({ ...one, share: '1/3' })) })
  const free = [...before, unasked, ...members.map(({ name }) => agreed(name))]
  expect(answer([...free, decide()])).toBe('plan-decision-not-asked')
  expect(answer([...free, pay])).toBe('accepted')
})
