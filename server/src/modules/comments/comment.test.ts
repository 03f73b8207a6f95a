import { expect, test } from 'vitest'
import { audienceOf, holdsPersonalNumber, isFresh } from './comment.ts'

test.each([
  ['11010519491231002X', true],
  ['证件 110105 19491231 002X 请核', true],
  ['6222 0200 0000 0000 000', true],
  ['ZL202110012345.9', false],
  ['XM-2026-0012，联系 13800138000', false],
])('%s holds a personal number: %s', (text, wanted) => {
  expect(holdsPersonalNumber(text)).toBe(wanted)
})

test('a comment may be reworded for a quarter of an hour', () => {
  const made = new Date('2026-03-02T01:00:00Z')
  expect(isFresh(made, new Date('2026-03-02T01:15:00Z'))).toBe(true)
  expect(isFresh(made, new Date('2026-03-02T01:15:01Z'))).toBe(false)
})

test.each([
  ['signedIn' as const, undefined, ['inventor'], true],
  [['finance'], undefined, ['inventor'], false],
  [['finance'], undefined, ['inventor', 'finance'], true],
  ['signedIn' as const, ['discipline'], ['inventor'], false],
  ['signedIn' as const, ['discipline'], ['discipline'], true],
])('of a record for %s, handled by %s, %s reads: %s', (access, handlers, roles, wanted) => {
  const closed = handlers && { roles: handlers, concerned: ['b'] }
  expect(audienceOf(access, closed).mayRead({ person: 'a', roles })).toBe(wanted)
  expect(audienceOf(access, closed).mayRead({ person: 'b', roles })).toBe(wanted && !handlers)
})
