import { type Day, day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { lawOf } from '../procedure/testing/walk.ts'
import { reliefByDays, reliefClosesOn } from './relief.ts'

// A contract pays royalties for years: each payment has the relief by its own day, or has it no more.

const law = lawOf('cn')
const paid = (on: Day, amount = 1000n) => ({ on, amount })
const first = paid(day('2026-03-31'), 600n)

test.each([
  ['on the last day of the window', '2029-03-31', 'within', 1000n, 500n],
  ['a day later', '2029-04-01', 'late', 0n, 1000n],
  ['in month 40', '2029-07-31', 'late', 0n, 1000n],
] as const)('a reward that is paid %s', (_name, on, state, inTime, counted) => {
  expect(reliefByDays(law, [first], [paid(day(on))])).toMatchObject({ state, inTime, counted })
})

test('of two receipts that are shared out together, each has its own window', () => {
  const later = paid(day('2028-01-10'), 400n)
  const mixed = reliefByDays(law, [first, later], [paid(day('2029-07-31'))])
  expect(mixed).toMatchObject({ state: 'mixed', inTime: 400n, counted: 800n })
  expect(mixed).toMatchObject({ firstClose: '2029-03-31', lastClose: '2031-01-10' })
})

test('a payment that came back and went out again after the window counts in full', () => {
  const payments = [paid(day('2029-03-30'), 700n), paid(day('2029-04-02'), 301n)]
  expect(reliefByDays(law, [first], payments)).toMatchObject({
    ...{ state: 'mixed', inTime: 700n, counted: 651n },
  })
})

test('where no law knows a window, nothing is said', () => {
  expect(reliefClosesOn(law, day('2010-01-01'))).toBeUndefined()
  expect(reliefByDays(law, [], [paid(day('2029-03-30'))])).toBeUndefined()
  expect(reliefByDays(law, [first], [])).toBeUndefined()
})
