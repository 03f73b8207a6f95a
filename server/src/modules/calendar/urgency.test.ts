import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { byUrgency, urgency } from './urgency.ts'

const today = day('2026-06-25')

test.each([
  ['the day after the deadline it is overdue', '2026-06-24', null, 'overdue', -1],
  ['on the last day it is due today', '2026-06-25', null, 'today', 0],
  ['before it, soon', '2026-06-28', null, 'soon', 3],
  ['a waiting period runs', null, '2026-06-26', 'waiting', 1],
  ['once it is over the act can be done today', null, '2026-06-20', 'today', 0],
  ['a deadline goes before a waiting period', '2026-06-20', '2026-06-30', 'overdue', -5],
  ['without any day it can be done any day', null, null, 'open', null],
])('%s', (_why, due, opens, status, daysLeft) => {
  expect(urgency({ due, opens }, today)).toEqual({ status, daysLeft })
})

test('the most urgent comes first, then the case with the lower number', () => {
  const line = (caseNumber: string, due: string | null, opens: string | null) => ({
    caseNumber,
    ...urgency({ due, opens }, today),
  })
  const lines = [
    line('5', null, '2026-06-30'),
    line('4', null, null),
    line('3', null, null),
    line('2', '2026-06-30', null),
    line('1', '2026-06-01', null),
  ]
  expect(lines.toSorted(byUrgency).map(({ caseNumber }) => caseNumber)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ])
})
