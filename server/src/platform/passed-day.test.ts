import { expect, test } from 'vitest'
import { unpassedDay } from './passed-day.ts'

test.each([
  ['2026-11-27', undefined],
  ['2026-11-28', 'not-in-future'],
  ['2026-11', undefined],
  ['2026-12', 'not-in-future'],
  ['2026', undefined],
  ['2027', 'not-in-future'],
  ['1949-10-01', undefined],
  ['1949-09-30', 'day-too-early'],
  ['1949', undefined],
  ['1850', 'day-too-early'],
  [null, undefined],
])('%s: %s', (on, code) => {
  expect(unpassedDay({ on }, '2026-11-27')?.refusal.code).toBe(code)
})

test('the first day that is wrong is named, and what it may be', () => {
  const days = { filedOn: '2020-01-01', grantedOn: '2031-01-01', completedOn: '1850-01-01' }
  expect(unpassedDay(days, '2026-11-27')?.refusal.facts).toEqual({
    ...{ field: 'grantedOn', today: '2026-11-27' },
  })
  expect(unpassedDay({ onDay: '2023-12-31' }, '2026-11-27', '2024-01-01')?.refusal).toEqual({
    ...{ code: 'day-too-early', facts: { field: 'onDay', since: '2024-01-01' } },
  })
})
