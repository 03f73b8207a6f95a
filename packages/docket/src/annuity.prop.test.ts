import { addDays, type Day, day, fen } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnnuityYear, annuitiesOf } from './annuity.ts'
import { type AnnuityFacts, annuityFactsOf } from './annuity-facts.ts'
import type { AnnuityKind } from './kind.ts'
import { foldRight, type RightEvent } from './legal-state.ts'
import { calendar, event, law } from './testing/law.ts'
import { type SlowFacts, slowLine } from './testing/slow.ts'

const first = day('2003-01-01')
const anyDay = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => addDays(first, n))
/** Days that are hard come as often as all others. */
const filed = fc.oneof(
  anyDay(0, 8400),
  fc
    .constantFrom(
      '2004-02-29',
      '2016-02-29',
      '2020-02-29',
      '2019-08-31',
      '2018-12-31',
      '2019-10-01',
    )
    .map(day),
)

const rights = fc
  .record({
    kind: fc.constantFrom<AnnuityKind>('invention', 'utility_model', 'design'),
    filed,
    wait: fc.integer({ min: 20, max: 2000 }),
    owners: fc.integer({ min: 1, max: 3 }),
    reducedAfter: fc.option(fc.integer({ min: 0, max: 5000 })),
    openAfter: fc.option(fc.integer({ min: 0, max: 5000 })),
  })
  .map(({ filed, wait, reducedAfter, openAfter, ...rest }) => ({
    ...rest,
    filed,
    granted: addDays(filed, wait),
    reducedFrom: reducedAfter === null ? null : addDays(filed, reducedAfter),
    openFrom: openAfter === null ? null : addDays(filed, openAfter),
  }))

function factsOf(given: SlowFacts, more: readonly RightEvent[] = []): AnnuityFacts {
  const { kind, filed, granted, owners, reducedFrom, openFrom } = given
  const events = [
    event('filed', filed),
    event('granted', granted),
    ...(reducedFrom ? [event('reductionRecorded', reducedFrom)] : []),
    ...(openFrom ? [event('openLicencePerformed', openFrom)] : []),
    ...more,
  ]
  const facts = annuityFactsOf(law, calendar, foldRight(kind as AnnuityKind, events, owners))
  if (!facts) throw new Error('a filed patent has fees')
  return facts
}

/** The line of a year when all before it are paid. */
function lineOf(facts: AnnuityFacts, year: number, today: Day): AnnuityYear | undefined {
  const rows = annuitiesOf(law, calendar, { ...facts, paidThrough: year - 1 }, today)
  return rows.find((row) => row.year === year)
}

test('every line is what a clerk with a wall calendar would write', () => {
  let seen = 0
  fc.assert(
    fc.property(
      rights,
      fc.integer({ min: 1, max: 19 }),
      fc.integer({ min: -400, max: 300 }),
      (given, on, off) => {
        const facts = factsOf(given)
        const year = (facts.grantYear ?? 0) + on
        if (year > facts.lastYear) return
        const slow = slowLine(given, year, '2059-12-31')
        const today = addDays(day(slow.due), off)
        const row = lineOf(facts, year, today)
        const wanted = slowLine(given, year, today)
        seen += 1
        expect(
          row && [
            row.dueOn,
            row.payableUntil,
            row.graceUntil,
            Number(row.full),
            Number(row.fee),
            row.state,
          ],
        ).toEqual([wanted.due, wanted.until, wanted.grace, wanted.full, wanted.fee, wanted.state])
        const added = wanted.state === 'upcoming' ? [0, 0] : wanted.added
        expect(Object.values(row?.surcharge ?? {}).map(Number)).toEqual(added)
      },
    ),
    { numRuns: 400 },
  )
  expect(seen).toBeGreaterThan(200)
})

test('waiting never makes a fee cheaper, and a settled fee stays settled', () => {
  fc.assert(
    fc.property(
      rights,
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }),
      (given, on, steps) => {
        const facts = factsOf(given)
        const year = (facts.grantYear ?? 0) + on
        const start = lineOf(facts, year, day('2003-01-01'))
        if (!start) return
        let [today, last] = [start.dueOn, 0n]
        for (const step of steps) {
          today = addDays(today, step)
          const row = lineOf(facts, year, today)
          if (!row || row.state === 'missed') return
          const asked = row.toPay['first-month-free'] ?? 0n
          expect(asked).toBeGreaterThanOrEqual(last)
          // The reading without a free month never asks for less.
          expect(row.toPay['every-month']).toBeGreaterThanOrEqual(asked)
          last = asked
          const payment = event('annuityPaid', today, { year, fen: fen(asked) })
          const paid = lineOf(factsOf(given, [payment]), year, addDays(today, 2000))
          expect([paid?.state, paid?.settledOn]).toEqual(['paid', today])
          const short = event('annuityPaid', today, { year, fen: fen(asked - 1n) })
          expect(lineOf(factsOf(given, [short]), year, today)?.state).not.toBe('paid')
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('after a fee was missed nothing more falls due', () => {
  fc.assert(
    fc.property(rights, anyDay(0, 12_000), (given, today) => {
      const rows = annuitiesOf(law, calendar, factsOf(given), today)
      const missed = rows.findIndex(({ state }) => state === 'missed')
      if (missed < 0) return
      expect(rows.slice(missed + 1).every(({ state }) => state === 'void')).toBe(true)
    }),
    { numRuns: 100 },
  )
})
