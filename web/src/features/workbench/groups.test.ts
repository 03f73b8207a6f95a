import type { DueWire } from '@yizhuan/server/wire/workbench/workbench'
import { expect, test } from 'vitest'
import { grouped, isMine, percentOf } from './groups.ts'

const line = (caseNumber: string, change: Partial<DueWire>): DueWire => ({
  caseId: caseNumber,
  caseNumber,
  caseTitle: '示例',
  act: 'reported',
  norm: null,
  title: { zh: '报告', en: 'Report' },
  daysLeft: null,
  status: 'open',
  article: null,
  mine: true,
  who: [],
  roles: [],
  ...change,
})

const lines = [
  line('1', { status: 'overdue', daysLeft: -2 }),
  line('2', { status: 'soon', daysLeft: 7 }),
  line('3', { status: 'soon', daysLeft: 8 }),
  line('1', { mine: false, who: ['甲', '乙'] }),
  line('2', { status: 'waiting', daysLeft: 3 }),
]

test('what waits for a day or for somebody else is not mine', () => {
  expect(lines.filter(isMine).map(({ caseNumber }) => caseNumber)).toEqual(['1', '2', '3'])
})

test.each([
  ['day', ['overdue', 'week', 'later', 'others', 'waiting']],
  ['case', ['1 示例', '2 示例', '3 示例']],
  ['person', ['', '甲', '乙']],
] as const)('grouped by %s', (by, keys) => {
  expect(grouped(lines, by).map(({ key }) => key)).toEqual(keys)
})

test('a line that waits for two stands with both', () => {
  expect(grouped(lines, 'person').find(({ key }) => key === '乙')?.lines).toHaveLength(1)
})

test.each([
  ['1', '3', 33],
  ['0', '3', 0],
  ['3', '0', undefined],
])('%s of %s is %s per cent', (part, whole, percent) => {
  expect(percentOf(part, whole)).toBe(percent)
})
