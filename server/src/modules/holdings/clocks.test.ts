import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { warningsBefore } from './clocks.ts'

const daysOf = (today: string) =>
  warningsBefore(day('2031-08-31'), day(today)).map(({ day: on, months }) => [on, months])

test('one is warned two years, a year and half a year before equity is to be left', () => {
  expect(daysOf('2026-08-31')).toEqual([
    ['2029-08-31', 24],
    ['2030-08-31', 12],
    // The month has no such day: its last one.
    ['2031-02-28', 6],
  ])
})

test('a warning is given on its day, and what passed is warned of no more', () => {
  expect(daysOf('2030-08-31')).toHaveLength(2)
  expect(daysOf('2030-09-01')).toHaveLength(1)
  expect(daysOf('2031-03-01')).toEqual([])
})
