import { expect, test } from 'vitest'
import { conflict } from '../../../platform/problem.ts'
import { tellProblem, toldProblem } from '../../../platform/told-problem.ts'
import { digestOf, isInBulk, optionsOf, progressOf } from './bulk.ts'

const words = { zh: '办理', en: 'act' }
const next = (type: string, can = 'yes', mayI = true) => ({ type, label: words, can, mayI })
const one = (id: string, ...acts: ReturnType<typeof next>[]) => ({
  id,
  procedure: 'transfer',
  next: acts,
})

test.each([
  ['noticeCertified', true],
  ['decided', true],
  ['signed', false],
  ['paid', false],
  ['noSuchAct', false],
])('%s is recorded for several cases alike: %s', (act, yes) => {
  expect(isInBulk('transfer', act)).toBe(yes)
})

test('no procedure, no act in bulk', () => expect(isInBulk('nothing', 'decided')).toBe(false))

test('only what is mine, lawful and the same for several is offered, the commonest first', () => {
  const options = optionsOf([
    one('a', next('decided'), next('noticeCertified'), next('signed')),
    one('b', next('decided', 'no'), next('noticeCertified', 'unknown')),
    one('c', next('noticeCertified', 'yes', false)),
  ])
  expect(options.map(({ act, cases }) => [act, cases])).toEqual([
    ['noticeCertified', ['a', 'b']],
    ['decided', ['a']],
  ])
})

test('the same order has the same digest whatever the order of its fields', () => {
  const order = { procedure: 'transfer', act: 'decided', data: { a: 1, b: 2 }, files: [] }
  const other = { act: 'decided', files: [], data: { b: 2, a: 1 }, procedure: 'transfer' }
  const cases = [{ id: 'a', expectedSeq: 3 }]
  expect(digestOf(order, cases)).toBe(digestOf(other, cases))
  expect(digestOf(order, cases)).not.toBe(digestOf(order, [{ id: 'a', expectedSeq: 4 }]))
})

test('a problem is kept with its words and articles', () => {
  const problem = conflict('no-notice', words, { because: [{ norm: 'x' }] })
  expect(toldProblem(JSON.parse(JSON.stringify(tellProblem(problem))))).toEqual(problem)
})

test('progress counts each state', () => {
  const states = ['waiting', 'recorded', 'recorded', 'refused'] as const
  expect(progressOf(states.map((state) => ({ state })))).toEqual({
    waiting: 1,
    recorded: 2,
    refused: 1,
    cancelled: 0,
  })
})
