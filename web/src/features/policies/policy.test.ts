import { expect, test } from 'vitest'
import { articleAt, tallied } from './library.ts'

test.each([
  ['#a14', 'a14'],
  ['a14.p1.i3', 'a14'],
  ['#a1', 'a1'],
  ['', undefined],
  ['#a99', undefined],
])('the place %s is the article %s', (hash, at) => {
  expect(articleAt([{ at: 'a1' }, { at: 'a14' }], hash)?.at).toBe(at)
})

test('fingerprints are counted by what they say', () => {
  const list = ['same', 'same', 'differs', 'not-cited'].map((fingerprint) => ({ fingerprint }))
  expect(tallied(list)).toEqual({ same: 2, differs: 1, 'not-cited': 1 })
})
