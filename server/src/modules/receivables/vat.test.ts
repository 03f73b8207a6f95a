import type { TaxPositionLists } from '@yizhuan/law'
import { expect, test } from 'vitest'
import { isKnownRate, isRateUnknown, unlikeRatesOf } from './vat.ts'

// The rate of an invoice is judged by the day on which it is issued, not by that on which it was drafted.

const row = { cite: 'cn-vat-law#a10', verified: false }
const vat = [
  { ...row, from: '2024-01-01', to: '2026-01-01', rates: ['6%', '13%'] },
  { ...row, from: '2026-01-01', rates: ['7%', '13%'] },
]
const lists = { vat } as unknown as TaxPositionLists
const judged = (vatRate: string, issuedOn: string, vatReason: string | null = null) =>
  unlikeRatesOf(lists, { vatRate, vatReason }, issuedOn)

const of2025 = { on: '2025-12-31', rates: ['6%', '13%'] }
const of2026 = { on: '2026-01-01', rates: ['7%', '13%'] }

test('a rate is one of the day of issue, or says why not', () => {
  expect(judged('6%', '2025-12-31')).toBeUndefined()
  expect(judged('6%', '2026-01-01')).toEqual(of2026)
  expect(judged('6%', '2026-01-01', '过渡政策（示例）')).toBeUndefined()
  expect(judged('7%', '2025-12-31')).toEqual(of2025)
  expect(judged('exempt', '2026-01-01')).toBeUndefined()
})

test('what is invoiced after its tax arose bears the rate of that day', () => {
  const late = (vatRate: string, arose: readonly (string | null)[]) =>
    unlikeRatesOf(lists, { vatRate, vatReason: null }, '2026-01-05', arose)
  expect(late('6%', ['2025-12-31'])).toBeUndefined()
  expect(late('6%', ['2026-01-01'])).toEqual(of2026)
  // The rate of the day of issue is not that of the tax: it says why it applies.
  expect(late('7%', ['2025-12-31'])).toEqual(of2025)
  expect(late('7%', ['2026-01-01', '2025-12-31'])).toEqual(of2025)
  expect(late('13%', ['2025-12-31', '2026-01-02'])).toBeUndefined()
  // Each line has its own day: one of them that arose under other rates is asked about.
  expect(late('6%', ['2025-12-31', '2026-01-02'])).toEqual({ ...of2026, on: '2026-01-02' })
  expect(late('6%', ['2025-12-31', null])).toEqual({ ...of2026, on: '2026-01-05' })
  expect(late('6%', [])).toEqual({ ...of2026, on: '2026-01-05' })
  // What falls due later is taxed by the day of its invoice.
  expect(late('6%', ['2027-01-01'])).toEqual({ ...of2026, on: '2026-01-05' })
  expect(late('7%', ['2027-01-01'])).toBeUndefined()
  expect(late('5%', ['2025-12-31'])).toEqual(of2025)
})

test('of days without rates nothing is judged, and that is told', () => {
  expect(judged('6%', '2020-01-01')).toBeUndefined()
  const late = { vatRate: '5%', vatReason: null }
  expect(unlikeRatesOf(lists, late, '2026-01-05', ['2023-12-31'])).toBeUndefined()
  expect(isRateUnknown(lists, '2023-12-31')).toBe(true)
  expect([isRateUnknown(lists, '2024-01-01'), isRateUnknown(lists, null)]).toEqual([false, false])
})

test('while it is drafted any dated rate is known', () => {
  expect(isKnownRate(lists, '6%')).toBe(true)
  expect(isKnownRate(lists, '7%')).toBe(true)
  expect(isKnownRate(lists, '17%')).toBe(false)
})
