import { expect, test } from 'vitest'
import { pastAt } from './past.ts'

const entry = (seq: number, ...changes: [string, unknown, unknown][]) => ({
  seq,
  action: 'right.amended',
  at: '2026-03-02T00:00:00.000Z',
  by: '示例甲',
  changes: changes.map(([field, from, to]) => ({ field, from, to })),
  hash: '',
})
const first = { ...entry(1), changes: [{ field: 'title', to: '甲' }] }
const items = [
  first,
  entry(2, ['title', '甲', '乙'], ['agency', null, '示例所']),
  entry(3, ['title', '乙', '丙']),
]

test.each([
  [1, { title: '甲', agency: null }],
  [2, { title: '乙' }],
  [3, {}],
])('after entry %i these were otherwise', (seq, wanted) => {
  const past = pastAt({ items }, seq)
  expect(Object.fromEntries(past.map(({ field, value }) => [field, value]))).toEqual(wanted)
})

test('it is known which entries changed a field since', () => {
  const [title] = pastAt({ items }, 1)
  expect(title?.by.map(({ seq }) => seq)).toEqual([2, 3])
})
