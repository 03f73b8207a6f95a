import { expect, test } from 'vitest'
import { calendarOf, rollForward } from './calendar.ts'
import { addDays, addMonths, day, dayInChina, daysBetween, timeInChina, weekday } from './day.ts'

test.each(['2026-02-29', '2026-13-01', '2026-3-5', '26-03-05', '', null, 20260305])(
  '%s is not a day',
  (text) => {
    expect(() => day(text, 'signedOn')).toThrow(/^signedOn: /)
  },
)

test('days are counted without the day of the event', () => {
  expect(addDays(day('2026-03-05'), 15)).toBe('2026-03-20')
  expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2)
  expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
  expect(weekday(day('2026-03-05'))).toBe(4)
})

test('a last day on a rest day moves to the next working day', () => {
  const holidays = ['2026-05-01', '2026-05-04', '2026-05-05']
  const calendar = calendarOf([{ year: 2026, holidays, workdays: ['2026-05-09'], verified: false }])
  expect(rollForward(day('2026-05-05'), calendar)).toBe('2026-05-06')
  expect(rollForward(day('2026-05-09'), calendar)).toBe('2026-05-09')
  expect(rollForward(day('2026-05-10'), calendar)).toBe('2026-05-11')
})

test('a year that is not announced covers nothing, but its fixed holidays are known', () => {
  const year = { year: 2027, holidays: ['2027-01-01'], workdays: [], verified: false }
  const calendar = calendarOf([{ ...year, announced: false }])
  expect(calendar.covers(2027)).toBe(false)
  expect(rollForward(day('2027-01-01'), calendar)).toBe('2027-01-04')
  expect(calendarOf([year]).covers(2027)).toBe(true)
})

test('till eight in the morning the day in China is the one after that in UTC', () => {
  const moment = '2026-03-04T16:05:59Z'
  expect([dayInChina(moment), timeInChina(moment)]).toEqual(['2026-03-05', '2026-03-05 00:05'])
  expect(dayInChina('2026-03-05T00:05:00+08:00')).toBe('2026-03-05')
  expect(timeInChina(new Date('2026-03-04T15:59:00Z'))).toBe('2026-03-04 23:59')
})
