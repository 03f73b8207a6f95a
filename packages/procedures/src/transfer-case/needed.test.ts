import { expect, test } from 'vitest'
import type { ActType } from './acts.ts'
import type { CaseState } from './state.ts'
import { neededActs, replay } from './testing/bound.ts'
import { mainLine, type Step, upTo, walk } from './testing/main-line.ts'

const neededAfter = (steps: readonly Step[]) => {
  const { acts, last } = walk(steps)
  expect(last?.kind).toBe('accepted')
  return neededActs(replay(acts) as CaseState)
}

// The second receipt, the second cost and the second agreement are not steps of their own.
const steps = mainLine
  .map(([, , type]) => type)
  .filter((type, at, all) => type !== 'costRecorded' && all.indexOf(type) === at)

test.each(steps.slice(1))('%s is needed before it happens', (type) => {
  expect(neededAfter(upTo(type))).toContain(type)
})

const forAWhile: readonly ActType[] = ['titleRegistered', 'screened', 'negotiationStarted']

test.each(steps.slice(1))('%s is not needed once it has happened', (type) => {
  const at = mainLine.findLastIndex((step) => step[2] === type)
  expect(neededAfter(mainLine.slice(0, at + 1))).not.toContain(type)
})

test('a step that is done is offered no more, though the record lets it be mended', () => {
  const needed = neededAfter(upTo('negotiationLogged'))
  expect(needed).toEqual(['negotiationLogged', 'proposed'])
  for (const type of forAWhile) expect(needed).not.toContain(type)
})

test('a returned proposal is written again, then reviewed again', () => {
  const [on, role, type, data] = mainLine.find((step) => step[2] === 'reviewed') as Step
  const returned = [...upTo('reviewed'), [on, role, type, { ...data, outcome: 'returned' }] as Step]
  expect(neededAfter(returned)).toEqual(['proposed'])
  const again = mainLine.find((step) => step[2] === 'proposed') as Step
  expect(neededAfter([...returned, [on, again[1], again[2], again[3]]])).toContain('reviewed')
})

test('an objection asks for its finding and nothing else', () => {
  const objection: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '异议', inWriting: true, toDepartment: true },
  ]
  expect(neededAfter([...upTo('noticeCertified'), objection])).toEqual(['objectionFound'])
})

test('a case that has ended needs nothing', () => {
  expect(neededAfter(mainLine)).toEqual([])
})
