import { calendarOf } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { workCalendar } from '../policies/index.ts'
import { dueOn, type MonthSums, mostOf, standingOf } from './tax.ts'
import { ruleOf } from './tax.view.ts'

const sums = (of: Partial<MonthSums>): MonthSums => ({
  ...{ month: '2026-11', withheldFen: '100', cameBackFen: '0', setOffFen: '0', paidOverFen: '0' },
  ...{ underWayFen: '0', askedBackFen: '0', unknown: 0, ...of },
})

test.each([
  [{}, 100n, 100n, 0n],
  [{ underWayFen: '30' }, 100n, 70n, 0n],
  [{ cameBackFen: '40', setOffFen: '10' }, 50n, 50n, 0n],
  [{ paidOverFen: '100' }, 0n, 0n, 0n],
  // Paid over, and it came back after all: a claim on the tax office, of which part is asked for.
  [{ paidOverFen: '100', cameBackFen: '40', askedBackFen: '15' }, -40n, 0n, 25n],
] as const)('what stands of a month: %j', (of, standing, pay, ask) => {
  const month = sums(of)
  expect(standingOf(month)).toBe(standing)
  expect(mostOf(month, 'paid_over')).toBe(pay)
  expect(mostOf(month, 'given_back')).toBe(ask)
})

test('tax is due on the day the pack says of the following month, moved from a rest day', () => {
  expect(ruleOf('2026-10')).toMatchObject({ day: 15, cite: 'cn-income-tax-law#a14.p1' })
  // 15 November 2026 is a Sunday, 15 December a Tuesday.
  expect(dueOn('2026-10', ruleOf('2026-10'), workCalendar())).toBe('2026-11-16')
  expect(dueOn('2026-11', ruleOf('2026-11'), workCalendar())).toBe('2026-12-15')
  expect(dueOn('2026-12', ruleOf('2026-12'), calendarOf([]))).toBe('2027-01-15')
  const kept = { ...ruleOf('2026-10'), restDays: 'kept' as const }
  expect(dueOn('2026-10', kept, workCalendar())).toBe('2026-11-15')
})
