import { expect, test } from 'vitest'
import { type Decided, doneOf } from './audit-decision.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 6, 1, hour))
const refund = (audit: string, minor: bigint, hour: number, more: Partial<Decided> = {}) => ({
  ...{
    audit,
    contract: 'k',
    way: 'refund' as const,
    onDay: '2026-07-01',
    reason: '',
    madeName: '',
  },
  ...{ term: 'r', periodFrom: '2024-01-01', madeAt: at(hour), minor, isGone: false, ...more },
})
const back = (minor: bigint, hour: number, contract = 'k') => ({
  contract,
  minor,
  madeAt: at(hour),
})
const done = (...given: Parameters<typeof doneOf>) => Object.fromEntries(doneOf(...given))

test('money that went back since is for the earliest decision that waits, and never more than it', () => {
  const decided = [refund('a', 10n, 1), refund('b', 5n, 3)]
  expect(done(decided, [], [back(4n, 2)])).toEqual({ a: 4n })
  expect(done(decided, [], [back(4n, 2), back(8n, 4)])).toEqual({ a: 10n, b: 2n })
  expect(done(decided, [], [back(99n, 4)])).toEqual({ a: 10n, b: 5n })
})

test('what went back before, of another contract, or for a decision that is gone, counts for none', () => {
  expect(done([refund('a', 10n, 2)], [], [back(4n, 1), back(3n, 3, 'other')])).toEqual({})
  expect(done([refund('a', 10n, 1, { isGone: true })], [], [back(4n, 2)])).toEqual({})
})

test('what is set off is what later periods owe less, whatever went back', () => {
  const credits = [
    { audit: 'c', minor: 3n },
    { audit: 'c', minor: 4n },
  ]
  expect(done([refund('c', 9n, 1, { way: 'credit' })], credits, [back(5n, 2)])).toEqual({ c: 7n })
})
