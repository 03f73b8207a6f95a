import { expect, test } from 'vitest'
import { hitLines, moved, pageLines } from './lines.ts'

const pages = [
  { to: '/', name: '工作台' },
  { to: '/cases', name: '转化项目' },
]

test('pages are found by a part of their name or address', () => {
  expect(pageLines(pages, '')).toHaveLength(2)
  expect(pageLines(pages, '转化').map(({ to }) => to)).toEqual(['/cases'])
  expect(pageLines(pages, ' CASES ').map(({ to }) => to)).toEqual(['/cases'])
  expect(pageLines(pages, '没有')).toEqual([])
})

test('a record leads to its page; a kind without a page is left out', () => {
  const hit = (kind: string) => ({ kind, id: '1', label: 'XM-1', title: [], snippet: null })
  expect(hitLines([hit('case'), hit('unknown')]).map(({ to }) => to)).toEqual(['/cases/1'])
  // Departments and carriers are lines of a list.
  expect(hitLines([hit('unit'), hit('carrier')]).map(({ to }) => to)).toEqual([
    '/people?unit=1',
    '/carriers?carrier=1',
  ])
})

test.each([
  [0, 'ArrowDown', 3, 1],
  [2, 'ArrowDown', 3, 0],
  [0, 'ArrowUp', 3, 2],
  [1, 'Home', 3, 0],
  [1, 'End', 3, 2],
  [1, 'x', 3, 1],
  [0, 'ArrowDown', 0, 0],
])('from %i, %s of %i leads to %i', (at, key, count, to) => {
  expect(moved(at, key, count)).toBe(to)
})
