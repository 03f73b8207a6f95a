import { procedures, transferCase } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import type { Finding } from './case.api.ts'
import { groupFindings, shownStatus, stageOfAct, stageOfFinding } from './case-stages.ts'

const finding = (topic: string, status: string) => ({ norm: topic, topic, status }) as Finding

const stages = [
  { id: 'title', status: 'done' },
  { id: 'negotiation', status: 'done' },
  { id: 'notice', status: 'suspended' },
  { id: 'decision', status: 'ahead' },
  { id: 'performance', status: 'ahead' },
]

test('the stage the case is at comes first, then what lies behind, then what lies ahead', () => {
  const groups = groupFindings(
    transferCase.id,
    [
      finding('title.shares', 'met'),
      finding('decision.rules', 'unknown'),
      finding('notice.fields', 'met'),
      finding('review.gates', 'met'),
      finding('allocation.tto', 'pending'),
    ],
    stages,
  )
  expect(groups.map(({ stage, isAhead }) => [stage, isAhead])).toEqual([
    ['notice', false],
    ['title', false],
    ['negotiation', false],
    ['decision', true],
    ['performance', true],
  ])
})

test('within a stage the broken come first and what does not apply last', () => {
  const [group] = groupFindings(
    transferCase.id,
    ['na', 'met', 'unknown', 'breached', 'pending'].map((status) =>
      finding(`notice.${status}`, status),
    ),
    stages,
  )
  expect(group?.findings.map(({ status }) => status)).toEqual([
    'breached',
    'pending',
    'unknown',
    'met',
    'na',
  ])
  expect(group?.tally).toEqual({ met: 1, open: 2, advised: 0, breached: 1, na: 1 })
})

test('every finding and every act has a stage', () => {
  expect(stageOfFinding(transferCase.id, { topic: 'something.new' })).toBe('performance')
  for (const { id, acts, stageWords } of procedures)
    for (const type of Object.keys(acts))
      expect(Object.keys(stageWords)).toContain(stageOfAct(id, type))
})

test.each([
  ['must', false, 'breached'],
  ['should', false, 'advised'],
  ['must', true, 'advised'],
] as const)('a broken rule with the force %s, advisory %s, is %s', (force, advisory, shown) => {
  expect(shownStatus({ status: 'breached', force, advisory })).toBe(shown)
  expect(shownStatus({ status: 'met', force, advisory })).toBe('met')
})
