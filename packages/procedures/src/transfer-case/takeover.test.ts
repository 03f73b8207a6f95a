import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'

import type { CaseState } from './state.ts'
import { barsOf } from './takeover.ts'
import { replay } from './testing/bound.ts'
import { law, upTo, walk } from './testing/main-line.ts'

const before = (type: string) => {
  const { acts } = walk(upTo(type))
  return { acts, state: replay(acts) as CaseState }
}
const today = day('2026-03-01')
const everything = ['tto_negotiator', 'tto_reviewer']

test('who negotiated is told not to review, with the article', () => {
  const { acts, state } = before('reviewed')
  const negotiator = acts.find(({ type }) => type === 'negotiationStarted')?.by
  const bars = barsOf({ law }, state, today, { ...negotiator, roles: everything } as never)
  expect(bars.map(({ act }) => act)).toEqual(['reviewed'])
  expect(bars[0]?.norms).toMatchObject([
    { norm: 'gd.review.separate', cites: [{ at: 'a14.p1.i2' }] },
  ])
})

test('who reviewed is told not to negotiate', () => {
  const { acts, state } = before('noticePublished')
  const reviewer = acts.find(({ type }) => type === 'reviewed')?.by
  const bars = barsOf({ law }, state, today, { ...reviewer, roles: everything } as never)
  expect(bars.map(({ act }) => act)).toEqual(['proposed'])
})

test.each([
  ['a newcomer may do both', 'noticePublished', everything],
  ['who holds neither role is kept from neither', 'noticePublished', ['finance']],
])('%s', (_what, type, roles) => {
  const { state } = before(type)
  expect(barsOf({ law }, state, today, { person: 'new', name: '新人', roles })).toEqual([])
})

test('once the deal is decided, nobody reviews or negotiates it any more', () => {
  const { acts, state } = before('signed')
  const negotiator = acts.find(({ type }) => type === 'negotiationStarted')?.by
  expect(barsOf({ law }, state, today, { ...negotiator, roles: everything } as never)).toEqual([])
})
