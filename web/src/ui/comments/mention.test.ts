import { expect, test } from 'vitest'
import { pieces, stillNamed, typedName, withName } from './mention.ts'

test.each([
  ['请@示', '示'],
  ['请 @', ''],
  ['请看', undefined],
  ['@示例甲 请看', undefined],
  ['@zs', 'zs'],
])('in "%s" the name being typed is %s', (text, wanted) => {
  expect(typedName(text, text.length)).toBe(wanted)
})

test('a chosen name takes the place of what was typed', () => {
  expect(withName('请@示 核对', 3, '示例甲')).toEqual({ text: '请@示例甲 核对', cursor: 6 })
})

test('who is no longer named is not spoken to; names are marked, the longest first', () => {
  const people = [
    { person: '1', name: '示例' },
    { person: '2', name: '示例甲' },
  ]
  expect(stillNamed('请@示例甲看', people)).toHaveLength(2)
  expect(stillNamed('请看', people)).toEqual([])
  expect(pieces('请@示例甲看', people)).toEqual([
    { text: '请', isName: false },
    { text: '@示例甲', isName: true },
    { text: '看', isName: false },
  ])
})
