import { addDays, day } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodMonths } from '../royalty/royalty.ts'
import { reschedule } from './reschedule.ts'
import { periodsOf, readTerms, scheduleOf, sumAgreed, type WrittenTerm } from './terms.ts'

const royalty = {
  ...{ bands: [{ upTo: null, rate: '5%' }], counts: 'period', minimum: '30000' },
  ...{ every: 12, from: '2026-01-01', to: '2027-06-30', statementDays: 30, payDays: 60 },
}
const mixed: readonly WrittenTerm[] = [
  { key: 'a', kind: 'fixed', label: 'down payment', minor: '100000', dueOn: '2026-03-01' },
  { key: 'b', kind: 'milestone', label: 'licence of the device', minor: '200000', days: 30 },
  { key: 'c', kind: 'royalty', label: 'royalty', royalty },
  { key: 'd', kind: 'equity', label: 'shares', words: '5 % of the company' },
]
const read = (terms: readonly WrittenTerm[]) =>
  readTerms({ currency: 'CNY', planRate: null, terms })
const nothing = { reached: new Map(), stated: new Map() }

test('mixed terms become receivables on their days; what waits for something stands last', () => {
  const lines = scheduleOf(read(mixed), nothing)
  expect(lines.map(({ key, minor, dueOn }) => [key, minor, dueOn])).toEqual([
    ['a', 100000n, '2026-03-01'],
    ['c/2026-01-01', 30000n, '2027-03-01'],
    ['c/2027-01-01', 30000n, '2027-08-29'],
    ['b', 200000n, null],
  ])
  const happened = {
    reached: new Map([['b', day('2026-05-02')]]),
    stated: new Map([['c/2026-01-01', 45000n]]),
  }
  expect(
    scheduleOf(read(mixed), happened).map(({ key, minor, dueOn }) => [key, minor, dueOn]),
  ).toEqual([
    ['a', 100000n, '2026-03-01'],
    ['b', 200000n, '2026-06-01'],
    ['c/2026-01-01', 45000n, '2027-03-01'],
    ['c/2027-01-01', 30000n, '2027-08-29'],
  ])
})

const fixed = (given: Partial<WrittenTerm>): WrittenTerm => ({
  ...{ key: 'a', kind: 'fixed', label: 'x', minor: '5', dueOn: '2026-01-01' },
  ...given,
})
const run = (given: Partial<typeof royalty & { unit: string }>): WrittenTerm => ({
  ...{ key: 'r', kind: 'royalty', label: 'x' },
  royalty: { ...royalty, ...given },
})

test('terms come to their payments, unless these depend on sales or on a rate of exchange', () => {
  const known = mixed.filter(({ kind }) => kind !== 'royalty')
  expect(sumAgreed(read(known))).toBe(300000n)
  expect(sumAgreed(read(mixed))).toBeUndefined()
  expect(sumAgreed(readTerms({ currency: 'USD', planRate: '7.1', terms: known }))).toBeUndefined()
})

test.each([
  ['terms[0].minor', [fixed({ minor: '0' })]],
  ['terms[0].dueOn', [fixed({ dueOn: '2026-02-30' })]],
  ['terms[1].key', [fixed({}), fixed({})]],
  ['terms[0].kind', [fixed({ kind: 'gift' })]],
  ['terms[0].days', [fixed({ kind: 'milestone' })]],
  ['terms[0].royalty', [fixed({ kind: 'royalty' })]],
  ['terms[0].words', [fixed({ kind: 'equity' })]],
  ['terms[0].royalty.to', [run({ to: '2025-12-31' })]],
  ['terms[0].royalty.every', [run({ every: 5 })]],
  ['terms[0].royalty.bands[0]', [run({ bands: [{ upTo: null, rate: '120%' }] })]],
  ['terms[0].royalty.unit', [run({ unit: ' ' })]],
  ['terms[0].royalty.bands[0].rate', [run({ unit: '件', bands: [{ upTo: null, rate: '-1' }] })]],
  ['terms[0].royalty.bands[0].rate', [run({ unit: '件', bands: [{ upTo: null, rate: '5%' }] })]],
  ['terms[0].royalty.bands[0].rate', [run({ unit: '件', bands: [{ upTo: null, rate: '1 CNY' }] })]],
])('names the field that is wrong: %s', (field, terms) => {
  expect(() => read(terms)).toThrowError(expect.objectContaining({ field }))
})

test('a royalty by the piece runs month by month, each at least its minimum', () => {
  const bands = [
    { upTo: '100', rate: '1250' },
    { upTo: null, rate: '1000.5' },
  ]
  const terms = [run({ unit: '件', every: 1, bands, minimum: '50000', to: '2026-03-31' })]
  const [term] = read(terms).terms
  expect(term).toMatchObject({ royalty: { unit: '件', every: 1 } })
  const stated = new Map([['r/2026-02-01', 175_050n]])
  expect(
    scheduleOf(read(terms), { reached: new Map(), stated }).map(({ key, minor, dueOn }) => [
      ...[key, minor, dueOn],
    ]),
  ).toEqual([
    ['r/2026-01-01', 50_000n, '2026-04-01'],
    ['r/2026-02-01', 175_050n, '2026-04-29'],
    ['r/2026-03-01', 50_000n, '2026-05-30'],
  ])
})

test('a foreign contract has a rate by which it is planned', () => {
  const usd = { currency: 'USD', planRate: null, terms: [] }
  expect(() => readTerms(usd)).toThrowError(expect.objectContaining({ field: 'planRate' }))
})

test('periods follow each other without a gap, from the first day to the last', () => {
  const every = fc.constantFrom(...periodMonths)
  const start = fc.integer({ min: 0, max: 900 }).map((n) => addDays(day('2024-01-01'), n))
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 3000 }), every, (from, length, each) => {
      const to = addDays(from, length)
      const periods = periodsOf({ from, to, every: each })
      expect(periods[0]?.from).toBe(from)
      expect(periods.at(-1)?.to).toBe(to)
      for (const [at, period] of periods.entries()) {
        const next = periods[at + 1]
        expect(period.from <= period.to).toBe(true)
        if (next) expect(addDays(period.to, 1)).toBe(next.from)
      }
    }),
  )
})

const line = (key: string, minor: bigint, dueOn: string, isTouched = false) => ({
  ...{ key, minor, dueOn: day(dueOn), isTouched },
})

test('an amendment changes the future only', () => {
  const former = [
    line('past', 1n, '2026-01-01'),
    line('paid', 2n, '2026-09-01', true),
    line('later', 3n, '2026-10-01'),
    line('gone', 4n, '2026-11-01'),
    line('same', 5n, '2026-12-01'),
  ]
  const next = scheduleOf(
    read([
      fixed({ key: 'past', minor: '10', dueOn: '2026-08-01' }),
      fixed({ key: 'paid', minor: '20', dueOn: '2026-09-01' }),
      fixed({ key: 'later', minor: '30', dueOn: '2026-10-05' }),
      fixed({ key: 'same', minor: '5', dueOn: '2026-12-01' }),
      fixed({ key: 'new', minor: '6', dueOn: '2026-12-31' }),
      fixed({ key: 'old', minor: '7', dueOn: '2026-02-01' }),
    ]),
    nothing,
  )
  const changes = reschedule(former, next, day('2026-07-01'))
  const told = changes.map((one) => [('next' in one ? one.next : one.former).key, one.is])
  expect(Object.fromEntries(told)).toEqual({
    ...{ past: 'fixed', paid: 'fixed', later: 'changed', gone: 'dropped' },
    ...{ same: 'same', new: 'added', old: 'leftOut' },
  })
})
