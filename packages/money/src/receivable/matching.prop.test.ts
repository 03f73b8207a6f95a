import { addDays, day, fen } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { curveOf } from './curve.ts'
import { decideMatches, type Money, type Open, proposeMatches } from './matching.ts'
import { ageingOf, ageOf, ages, dueDaysOf, standingOf } from './standing.ts'

const first = day('2025-01-01')
const someDay = fc.integer({ min: 0, max: 900 }).map((n) => addDays(first, n))
const dueDay = fc.option(someDay)
const minor = fc.bigInt(1n, 1000n)

const receivables = fc
  .array(fc.record({ minor, dueOn: dueDay }), { maxLength: 8 })
  .map((lines) => lines.map((line, at): Open => ({ ...line, id: `r${at}`, currency: 'USD' })))

const money = fc
  .record({ minor: fc.bigInt(1n, 3000n), each: fc.bigInt(1n, 999n) })
  .map(({ minor, each }): Money => ({ currency: 'USD', minor, fen: fen((minor * each) / 100n) }))

const sum = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n)

test('what is proposed is accepted, and never exceeds receipt or receivable', () => {
  fc.assert(
    fc.property(money, receivables, (left, open) => {
      const proposed = proposeMatches(left, open)
      const whole = sum(open.map((line) => line.minor))
      const isExact = open.some((line) => line.minor === left.minor)
      const found = sum(proposed.map((one) => one.minor))
      if (isExact || whole >= left.minor) expect(found).toBe(left.minor)
      else expect(found).toBe(whole)
      if (proposed.length === 0) return
      expect(decideMatches(left, open, proposed)).toEqual({ matches: proposed })
      for (const one of proposed) {
        expect(one.minor <= (open.find(({ id }) => id === one.receivable)?.minor ?? 0n)).toBe(true)
        expect(one.fen >= 0n).toBe(true)
      }
    }),
  )
})

test('what is matched piece by piece sums to what arrived, in any order', () => {
  const shares = fc.array(fc.bigInt(1n, 50n), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(shares, fc.bigInt(1n, 999n), (parts, each) => {
      const whole = sum(parts)
      const booked = (whole * each) / 7n
      const open = parts.map((part, at): Open => {
        return { id: `r${at}`, currency: 'EUR', minor: part, dueOn: null }
      })
      for (const order of [open, open.toReversed()]) {
        let left: Money = { currency: 'EUR', minor: whole, fen: fen(booked) }
        for (const line of order) {
          const wanted = [{ receivable: line.id, minor: line.minor }]
          const decided = decideMatches(left, open, wanted)
          if (!('matches' in decided)) throw new Error(decided.fault)
          const [match] = decided.matches
          left = {
            ...left,
            minor: left.minor - line.minor,
            fen: fen(left.fen - (match?.fen ?? 0n)),
          }
        }
        expect([left.minor, left.fen]).toEqual([0n, 0n])
      }
    }),
  )
})

test('what is owed in yuan is paid by the yuan that arrived: both sides of a receipt are used up together', () => {
  const shares = fc.array(fc.bigInt(1n, 5000n), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(shares, fc.bigInt(1n, 3000n), fc.nat(5), (parts, minor, at) => {
      const booked = sum(parts)
      const open = parts.map((part, place): Open => {
        return { id: `r${place}`, currency: 'CNY', minor: part, dueOn: null }
      })
      let rest: Money = { currency: 'USD', minor, fen: fen(booked) }
      const order = [...open.slice(at % open.length), ...open.slice(0, at % open.length)]
      for (const line of order) {
        const decided = decideMatches(rest, open, [{ receivable: line.id, minor: line.minor }])
        if (!('matches' in decided)) throw new Error(decided.fault)
        const [match] = decided.matches
        expect(match).toMatchObject({ minor: line.minor, fen: line.minor })
        rest = {
          ...rest,
          minor: rest.minor - (match?.used ?? 0n),
          fen: fen(rest.fen - line.minor),
        }
        // As long as yuan are left something of the foreign money is, and the other way round.
        expect(rest.minor > 0n).toBe(rest.fen > 0n)
      }
    }),
  )
})

test('yuan do not pay what is owed in another currency, and no more yuan are matched than arrived', () => {
  const yuan = { id: 'y', currency: 'CNY', minor: 900n, dueOn: null } as const
  const dollars: Money = { currency: 'USD', minor: 100n, fen: fen(710n) }
  const pay = (minor: bigint) => decideMatches(dollars, [yuan], [{ receivable: 'y', minor }])
  expect(pay(711n)).toEqual({ fault: 'above-receipt', at: 0 })
  expect(pay(710n)).toEqual({ matches: [{ receivable: 'y', minor: 710n, fen: 710n, used: 100n }] })
  expect(proposeMatches(dollars, [yuan])).toMatchObject([{ minor: 710n, used: 100n }])
})

const left: Money = { currency: 'CNY', minor: 100n, fen: fen(100n) }
const open: readonly Open[] = [
  { id: 'a', currency: 'CNY', minor: 60n, dueOn: '2026-01-01' },
  { id: 'b', currency: 'CNY', minor: 60n, dueOn: '2025-01-01' },
  { id: 'c', currency: 'USD', minor: 60n, dueOn: null },
]

test.each([
  ['nothing', []],
  ['nothing', [['a', 0n]]],
  ['unknown', [['x', 1n]]],
  ['other-currency', [['c', 1n]]],
  ['above-receivable', [['a', 61n]]],
  [
    'above-receipt',
    [
      ['a', 60n],
      ['b', 41n],
    ],
  ],
  [
    'twice',
    [
      ['a', 1n],
      ['a', 1n],
    ],
  ],
] as const)('refuses: %s', (fault, wanted) => {
  const lines = wanted.map(([receivable, amount]) => ({ receivable, minor: amount }))
  expect(decideMatches(left, open, lines)).toMatchObject({ fault })
})

test('the oldest is paid first, unless one is of exactly the amount', () => {
  expect(proposeMatches(left, open).map((one) => [one.receivable, one.minor])).toEqual([
    ['b', 60n],
    ['a', 40n],
  ])
  const one = { id: 'd', currency: 'CNY', minor: 100n, dueOn: '2027-01-01' } as const
  expect(proposeMatches(left, [...open, one])).toMatchObject([{ receivable: 'd', minor: 100n }])
})

test('the ages sum to what is open, and each age is the days it says', () => {
  const lines = fc.array(fc.record({ dueOn: dueDay, open: minor }))
  fc.assert(
    fc.property(lines, someDay, (some, today) => {
      const found = ageingOf(some, today)
      expect(sum(Object.values(found))).toBe(sum(some.map((line) => line.open)))
    }),
  )
  const today = addDays(first, 500)
  for (const age of ages) {
    const { least, most } = dueDaysOf(age)
    if (least !== null) expect(ageOf(addDays(today, -least), today)).toBe(age)
    if (most !== null) expect(ageOf(addDays(today, -most), today)).toBe(age)
  }
})

test.each([
  ['cancelled', { isCancelled: true }, 0n],
  ['awaited', { minor: null }, 0n],
  ['awaited', { dueOn: null }, 100n],
  ['overdue', { dueOn: day('2026-01-31') }, 100n],
  ['upcoming', {}, 100n],
  ['upcoming', { matched: 60n }, 40n],
  ['settled', { matched: 100n }, 0n],
  ['writtenOff', { matched: 60n, writtenOff: 40n }, 0n],
] as const)('a receivable is %s', (state, given, rest) => {
  const due = day('2026-02-01')
  const line = { minor: 100n, dueOn: due, isCancelled: false, matched: 0n, writtenOff: 0n }
  expect(standingOf({ ...line, ...given }, due)).toEqual({ state, open: rest })
})

test('a curve rises to everything expected and everything received', () => {
  const lines = fc.array(fc.record({ on: someDay, fen: minor }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(lines, lines, (expected, received) => {
      const last = curveOf(expected, received).at(-1)
      expect(last?.expected).toBe(sum(expected.map((one) => one.fen)))
      expect(last?.received).toBe(sum(received.map((one) => one.fen)))
    }),
  )
})
