import { expect, test } from 'vitest'
import { articleAt, tallied } from './library.ts'
import { decoded } from './policy.api.ts'

test('a text is read in either coding', () => {
  const utf8 = new TextEncoder().encode('第一条').buffer
  expect(decoded(utf8 as ArrayBuffer)).toBe('第一条')
  const gb = new Uint8Array([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5]).buffer
  expect(decoded(gb)).toBe('第一条')
})

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
