import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWorkdays, calendarOf, rollForward, workdaysBetween } from './calendar.ts'
import { addDays, addMonths, addYears, type Day, day, daysBetween, weekday } from './day.ts'

const DAY = 86_400_000
const [FIRST, LAST] = [Date.parse('0000-01-01T00:00:00Z') / DAY, Date.parse('9999-12-31') / DAY]
const numbers = fc.integer({ min: FIRST, max: LAST })
const platform = (number: number): Day => new Date(number * DAY).toISOString().slice(0, 10) as Day
const days = numbers.map(platform)

test('counts days as the platform does, over all years of four digits', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      expect(day(platform(a))).toBe(platform(a))
      expect(daysBetween(platform(a), platform(b))).toBe(b - a)
      expect(addDays(platform(a), b - a)).toBe(platform(b))
      expect(weekday(platform(a))).toBe(((((a + 3) % 7) + 7) % 7) + 1)
    }),
  )
})

test('a later month has the same day of the month, or its last', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (from, n) => {
      const moved = addMonths(from, n)
      expect(day(moved)).toBe(moved)
      const months = Number(moved.slice(0, 4)) * 12 + Number(moved.slice(5, 7))
      const wanted = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) + n
      if (wanted > 0 && wanted <= 9999 * 12 + 12) expect(months).toBe(wanted)
      const isLast = addDays(moved, 1).slice(8) === '01' || moved === '9999-12-31'
      if (moved.slice(8) !== from.slice(8) && wanted > 0) expect(isLast).toBe(true)
    }),
  )
})

test.each(['0000-00-10', '0000-02-30', '1900-02-29', '2026-00-01', '2026-04-31', '2026-01-32'])(
  '%s does not exist',
  (text) => expect(() => day(text)).toThrow(),
)

test('beyond the last day there is no other, and counting ends', () => {
  const [first, last] = [day('0000-01-01'), day('9999-12-31')]
  // A calendar by which nobody works in December 9999.
  const december = Array.from({ length: 31 }, (_, at) => addDays(day('9999-12-01'), at))
  const idle = calendarOf([{ year: 9999, holidays: december, workdays: [], verified: false }])
  expect(addDays(last, 5)).toBe(last)
  expect(addDays(first, -5)).toBe(first)
  expect(addYears(last, 1_000_000)).toBe(last)
  expect(rollForward(day('9999-12-30'), idle)).toBe(last)
  expect(addWorkdays(day('9999-12-01'), 1_000_000, idle)).toBe(last)
  expect(workdaysBetween(day('9999-12-27'), last, calendarOf([]))).toBe(4)
})
