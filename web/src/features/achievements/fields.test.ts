import { expect, test } from 'vitest'
import { choiceIn, chosenAnew, fieldsFor } from './fields.ts'

const kinds = {
  fields: [
    { pack: 'a', cite: 'a#1', codes: {} },
    { pack: 'b', cite: 'b#1', codes: {} },
  ],
  kinds: [
    { code: 'software', scale: 'software', as: { b: 'digital' }, may: { a: ['ai', 'precise'] } },
    { code: 'other', scale: 'general', as: {}, may: {} },
  ],
}

test('what somebody chose comes before what the kind says', () => {
  const said = (kind: string | null, transferFields: Record<string, string>) =>
    fieldsFor({ kind, transferFields }, { kinds }).map(({ from, codes }) => [from, ...codes])
  expect(said('software', {})).toEqual([
    ['open', 'ai', 'precise'],
    ['kind', 'digital'],
  ])
  expect(said('software', { a: 'none', b: 'drug' })).toEqual([
    ['chosen', 'none'],
    ['chosen', 'drug'],
  ])
  expect(said('other', {})).toEqual([['unknown'], ['unknown']])
  expect(said(null, { a: 'ai' })).toEqual([['chosen', 'ai'], ['unknown']])
})

test('a choice is told by the entry that made it, not by one about another text', () => {
  const change = (seq: number, from: object, to: object) => ({
    ...{ seq, action: 'achievement.amended', by: '示例甲', at: '2026-06-01T00:00:00Z' },
    changes: [{ field: 'transferFields', from, to }],
  })
  const history = {
    items: [change(2, {}, { a: 'ai' }), change(3, { a: 'ai' }, { a: 'ai', b: 'x' })],
  }
  expect(choiceIn(history as never, 'a')?.seq).toBe(2)
  expect(choiceIn(history as never, 'b')?.seq).toBe(3)
  expect(choiceIn(history as never, 'c')).toBeUndefined()
  expect(choiceIn(undefined, 'a')).toBeUndefined()
})

test('a choice replaces that of its text alone, and an empty one takes it back', () => {
  expect(chosenAnew({ a: 'ai', b: 'x' }, 'a', 'none')).toEqual({ a: 'none', b: 'x' })
  expect(chosenAnew({ a: 'ai', b: 'x' }, 'a', '')).toEqual({ b: 'x' })
})
