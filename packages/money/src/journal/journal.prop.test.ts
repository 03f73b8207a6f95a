import { expect, test } from 'vitest'
import { imbalance, linesOf } from './entry.ts'
import { smallChart } from './testing/arbitrary.ts'
import { journalLaws } from './testing/laws.ts'

test.each(Object.entries(journalLaws))('%s', (_law, holds) => holds(200))

test('persons are told apart where the account tells them apart, and summed where it does not', () => {
  const parts = {
    second: [
      { fen: 300n, person: '甲' },
      { fen: 200n, person: '乙' },
    ],
  }
  expect(linesOf(smallChart, { kind: 'transferReceived', on: '2026-03-02', parts })).toEqual([
    { book: 'financial', side: 'debit', account: '5', fen: 500n },
    { book: 'financial', side: 'credit', account: '2', fen: 300n, person: '甲' },
    { book: 'financial', side: 'credit', account: '2', fen: 200n, person: '乙' },
  ])
})

test('what does not balance is seen', () => {
  const [line] = linesOf(smallChart, {
    kind: 'transferReceived',
    on: '2026-03-02',
    parts: { first: [{ fen: 5n }] },
  })
  expect(imbalance(line ? [line] : [], 'financial')).toBe(5n)
})
