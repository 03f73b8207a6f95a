import { addDays, type Day, weekday } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfterKey, weekOf, weeksOf } from './days.ts'

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2020-01-01' as Day, n))

test('a month is whole weeks that hold each of its days once', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const days = weeksOf(day).flat()
      expect(days.length % 7).toBe(0)
      expect(days.every((each, at) => weekday(each) === (at % 7) + 1)).toBe(true)
      const month = days.filter((each) => each.slice(0, 7) === day.slice(0, 7))
      expect(month[0]?.slice(8)).toBe('01')
      expect(addDays(month.at(-1) as Day, 1).slice(8)).toBe('01')
      expect(new Set(days).size).toBe(days.length)
      expect(days.length - month.length).toBeLessThan(13)
    }),
    { numRuns: 100 },
  )
})

test('a week is the one its day is in', () => {
  expect(weekOf('2026-06-25' as Day)[0]).toBe('2026-06-22')
  expect(weekOf('2026-06-22' as Day)[0]).toBe('2026-06-22')
  expect(weekOf('2026-06-28' as Day)[6]).toBe('2026-06-28')
})

test.each([
  ['ArrowRight', '2026-07-01'],
  ['ArrowLeft', '2026-06-29'],
  ['ArrowUp', '2026-06-23'],
  ['ArrowDown', '2026-07-07'],
  ['Home', '2026-06-29'],
  ['End', '2026-07-05'],
  ['PageDown', '2026-07-30'],
  ['PageUp', '2026-05-30'],
  ['a', undefined],
  ['constructor', undefined],
])('%s leads from the last of June to %s', (key, expected) => {
  expect(dayAfterKey('2026-06-30' as Day, key)).toBe(expected)
})
