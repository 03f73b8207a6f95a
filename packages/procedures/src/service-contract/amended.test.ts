import { expect, test } from 'vitest'
import { neededActs } from '../procedure/needed.ts'
import { paper, type Step } from '../procedure/testing/walk.ts'
import { isServiceRegistrationBehind, serviceTermsOf } from './amended.ts'
import { serviceContract } from './service-contract.ts'
import { answer, before, stateOf, step } from './testing/rewarding.ts'

// A service contract is amended after its signing, by a paper, and its registrar hears of it.

const at = before.findIndex(([, , type]) => type === 'serviceAccepted')
const signed = before.slice(0, at)
const amended = (more: object, files: Step[4] = [paper]): Step => [
  ...(['2026-04-10', 'legal', 'serviceAmended'] as const),
  { number: '补-1', reason: '委托方追加样本', ...more },
  files,
]
const heard = step('2026-04-12', 'tto_negotiator', 'serviceRegistrationAmended', { remark: '变更' })
const isNeeded = (steps: readonly Step[]) =>
  neededActs(serviceContract, stateOf(steps)).includes('serviceRegistrationAmended')

test('an amendment says what changes and brings its paper', () => {
  expect(answer([...signed, amended({})])).toBe('nothing-amended')
  expect(answer([...signed, amended({ price: '12000000' }, [])])).toBe('amendment-without-paper')
  expect(answer([...signed.slice(0, 2), amended({ price: '12000000' })])).toBe('not-signed')
  expect(answer([...signed, amended({ price: '12000000' })])).toBe('accepted')
})

test('of each term the last word holds, and the price of the case follows', () => {
  const all = [
    ...[...signed, amended({ price: '12000000', scope: '两批样本' })],
    amended({ performUntil: '2026-12-31' }),
  ]
  expect(serviceTermsOf(stateOf(all))).toEqual({
    ...{ price: '12000000', performUntil: '2026-12-31', scope: '两批样本' },
  })
  expect(serviceContract.line(stateOf(all)).price).toBe('12000000')
  expect(serviceContract.line(stateOf(signed)).price).toBe('20000000')
})

test('the registrar is told of each amendment of a registered contract, and of its end', () => {
  const once = [...signed, amended({ price: '12000000' })]
  expect([isNeeded(signed), isNeeded(once), isNeeded([...once, heard])]).toEqual([
    ...[false, true, false],
  ])
  expect(answer([...signed, heard])).toBe('nothing-to-amend')
  expect(isNeeded([...once, heard, amended({ scope: '三批' })])).toBe(true)
  const ended = step('2026-04-20', 'legal', 'serviceTerminated', { reason: '商定解除' })
  expect(isNeeded([...once, heard, ended])).toBe(true)
})

test('what was told of an amendment by mistake is taken back, and the registration stands', () => {
  const once = [...signed, amended({ price: '12000000' }), heard]
  const back = step('2026-04-13', 'tto_reviewer', 'serviceRegistrationTakenBack', {
    reason: '误记',
  })
  const state = stateOf([...once, back])
  expect(state.acts['serviceRegistered']).toHaveLength(1)
  expect(state.acts['serviceRegistrationAmended']).toBeUndefined()
  expect(isServiceRegistrationBehind(state)).toBe(true)
})
