import { expect, test } from 'vitest'
import { inTree, isBelow } from './tree.ts'

const units = [
  { id: 'clinic', parentId: null },
  { id: 'ward', parentId: 'heart' },
  { id: 'heart', parentId: 'clinic' },
  { id: 'office', parentId: null },
  { id: 'stray', parentId: 'gone' },
]

test('a unit stands below itself, its department, and what that belongs to', () => {
  expect(['ward', 'heart', 'clinic', 'office'].map((one) => isBelow(units, 'ward', one))).toEqual([
    true,
    true,
    true,
    false,
  ])
})

test('a circle in the register ends the walk', () => {
  const circle = [
    { id: 'a', parentId: 'b' },
    { id: 'b', parentId: 'a' },
  ]
  expect(isBelow(circle, 'a', 'c')).toBe(false)
})

test('the tree reads from the top; a unit whose parent is not there stands at the top', () => {
  expect(inTree(units).map(({ one, depth }) => `${depth} ${one.id}`)).toEqual([
    '0 clinic',
    '1 heart',
    '2 ward',
    '0 office',
    '0 stray',
  ])
})
