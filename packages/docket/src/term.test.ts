import { type Day, day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import type { RightKind } from './kind.ts'
import { foldRight, type RightEvent } from './legal-state.ts'
import { expiresOn, termOf } from './term.ts'
import { event, law } from './testing/law.ts'

const overOn = (
  kind: RightKind,
  events: readonly RightEvent[],
  known: { validTo?: string; docketedOn?: Day } = {},
) => {
  const right = foldRight(kind, events)
  const term = termOf(law, right)
  return term && expiresOn(right, term, { docketedOn: day('2026-01-01'), ...known })
}

test('a patent is over with its term, whenever it came into the register', () => {
  const events = [event('filed', '2004-03-10'), event('granted', '2006-05-09')]
  expect(overOn('invention', events)).toBe('2024-03-10')
  expect(overOn('invention', events, { validTo: '2025-03-09' })).toBe('2025-03-10')
  expect(overOn('invention', events, { validTo: '2025' })).toBe('2024-03-10')
})

test('a trademark can be renewed for six months more, and is kept while it is asked for', () => {
  const granted = [event('granted', '2016-05-20')]
  expect(overOn('trademark', granted)).toBe('2026-11-20')
  const asked = [...granted, event('renewalRequested', '2026-10-01')]
  expect(overOn('trademark', asked)).toBeUndefined()
  expect(overOn('trademark', [...asked, event('renewed', '2026-12-01')])).toBe('2036-11-20')
})

test('what can be renewed is taken at its word when it comes into a register after its term', () => {
  expect(overOn('trademark', [event('granted', '2004-02-14')])).toBeUndefined()
  expect(overOn('preparation', [event('granted', '2020-02-14')])).toBeUndefined()
  expect(overOn('preparation', [event('granted', '2024-02-14')])).toBe('2027-02-14')
})

test('a right without a term does not end by itself', () => {
  expect(overOn('know_how', [event('completed', '2004-02-14')])).toBeUndefined()
})
