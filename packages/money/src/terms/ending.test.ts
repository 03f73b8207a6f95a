import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { cutTerms, endSchedule, type RegisteredAtEnd } from './ending.ts'
import { minimumOf, readTerms, scheduleOf, type WrittenTerm } from './terms.ts'

// A contract that ends early owes what was due or earned by then, and of what comes later only what was paid.

const royalty = {
  ...{ bands: [{ upTo: null, rate: '5%' }], counts: 'period', minimum: '36500' },
  ...{ every: 12, from: '2025-01-01', to: '2028-12-31', statementDays: 30, payDays: 60 },
}
const fixed = (key: string, dueOn: string): WrittenTerm => ({
  ...{ key, kind: 'fixed', label: key, minor: '100', dueOn },
})
const milestone = (key: string): WrittenTerm => ({
  ...{ key, kind: 'milestone', label: key, minor: '70', days: 90 },
})
const terms = readTerms({
  ...{ currency: 'CNY', planRate: null },
  terms: [
    ...['2026-01-31', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'].map((on) =>
      fixed(on, on),
    ),
    ...[milestone('reached'), milestone('after'), milestone('never')],
    { key: 'r', kind: 'royalty', label: 'r', royalty },
  ],
})
const happened = {
  reached: new Map([
    ['reached', day('2026-01-15')],
    ['after', day('2026-02-01')],
  ]),
  stated: new Map(),
}
const on = day('2026-02-01')

test('what was due or earned before the end stays, a broken period is cut, the rest is dropped', () => {
  const settled: Readonly<Record<string, bigint>> = { '2026-03-01': 40n, '2026-04-01': 100n }
  const former = scheduleOf(terms, happened).map(
    (line): RegisteredAtEnd => ({
      ...{ key: line.key, minor: line.minor, dueOn: line.dueOn, line },
      ...{ settled: settled[line.key] ?? 0n, isInvoiced: line.key === '2026-05-01' },
      isTouched: line.key in settled || line.key === '2026-05-01',
    }),
  )
  const told = endSchedule(former, terms, happened, on).map((one) => {
    const next = 'next' in one ? [one.next.minor, one.next.dueOn, one.next.period?.to] : []
    return ['former' in one ? one.former.key : '', one.is, ...next]
  })
  expect(told.toSorted((a, b) => `${a[0]}`.localeCompare(`${b[0]}`))).toEqual([
    ['2026-01-31', 'fixed'],
    ['2026-02-01', 'dropped'],
    // Forty of it came before anybody knew that it ends: that much was owed.
    ['2026-03-01', 'changed', 40n, '2026-03-01', undefined],
    ['2026-04-01', 'fixed'],
    ['2026-05-01', 'fixed'],
    ['after', 'dropped'],
    ['never', 'dropped'],
    ['r/2025-01-01', 'fixed'],
    // Thirty-one days of the year, and their part of the minimum.
    ['r/2026-01-01', 'changed', 3100n, '2026-04-01', '2026-01-31'],
    ['r/2027-01-01', 'dropped'],
    ['r/2028-01-01', 'dropped'],
    ['reached', 'fixed'],
  ])
})

test('what is due on the very day is owed where whoever ends the contract says so', () => {
  const former = scheduleOf(terms, happened).map(
    (line): RegisteredAtEnd => ({
      ...{ key: line.key, minor: line.minor, dueOn: line.dueOn, line },
      ...{ settled: 0n, isInvoiced: false, isTouched: false },
    }),
  )
  const dropped = (owesLastDay: boolean) =>
    endSchedule(former, terms, happened, on, owesLastDay).flatMap((one) =>
      one.is === 'dropped' ? one.former.key : [],
    )
  expect(dropped(false)).toContain('2026-02-01')
  expect(dropped(true)).toEqual(dropped(false).filter((key) => key !== '2026-02-01'))
  const days = (owesLastDay: boolean) =>
    cutTerms(terms, on, owesLastDay).terms.flatMap((one) => (one.kind === 'fixed' ? one.dueOn : []))
  expect([days(false).at(-1), days(true).at(-1)]).toEqual(['2026-01-31', '2026-02-01'])
})

test('what is due later is no term any more: nothing that happens brings it back', () => {
  const fixedDays = cutTerms(terms, on).terms.flatMap((one) =>
    one.kind === 'fixed' ? one.dueOn : [],
  )
  expect(fixedDays).toEqual(['2026-01-31'])
})

test('what of a minimum a broken period owes is the word of the contract, by its days where it has none', () => {
  const [one] = terms.terms.filter(({ key }) => key === 'r')
  if (one?.kind !== 'royalty') throw new TypeError('No royalty.')
  const least = (brokenMinimum?: string) => {
    const written = {
      key: 'r',
      kind: 'royalty',
      label: 'r',
      royalty: { ...royalty, brokenMinimum },
    }
    const read = readTerms({ currency: 'CNY', planRate: null, terms: [written] })
    return scheduleOf(cutTerms(read, on), happened).at(-1)?.minor
  }
  expect([least(), least('days'), least('whole'), least('none')]).toEqual([
    ...[3100n, 3100n, 36500n, null],
  ])
  expect(() => least('half')).toThrow(expect.objectContaining({ rule: 'broken-minimum' }))
})

test('a contract that ends between two periods breaks none off', () => {
  const cut = cutTerms(terms, day('2027-01-01')).terms.find(({ key }) => key === 'r')
  if (cut?.kind !== 'royalty') throw new TypeError('No royalty.')
  expect([cut.royalty.to, cut.royalty.broken]).toEqual(['2026-12-31', undefined])
  expect(minimumOf(cut.royalty, day('2026-01-01'))).toBe(36500n)
  // Ended before it began, it has no period.
  const none = cutTerms(terms, day('2025-01-01'))
  expect(scheduleOf(none, happened).filter(({ term }) => term === 'r')).toEqual([])
})
