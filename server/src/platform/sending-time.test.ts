import { expect, test } from 'vitest'
import { nextTry, notAtNight } from './sending-time.ts'

test.each([
  ['2026-07-01T00:00:00+08:00', '2026-07-01T07:00:00+08:00'],
  ['2026-07-01T06:59:59+08:00', '2026-07-01T07:00:00+08:00'],
  ['2026-07-01T07:00:00+08:00', '2026-07-01T07:00:00+08:00'],
  ['2026-07-01T23:30:00+08:00', '2026-07-01T23:30:00+08:00'],
  // Still the evening before in Greenwich.
  ['2026-06-30T17:00:00Z', '2026-06-30T23:00:00Z'],
])('what happens at %s is told at %s', (at, expected) => {
  expect(notAtNight(new Date(at))).toEqual(new Date(expected))
})

test('tries are ever further apart, an hour at most', () => {
  const now = new Date('2026-07-01T09:00:00Z')
  const minutes = [1, 2, 3, 6, 7, 8].map(
    (n) => (nextTry(now, n).getTime() - now.getTime()) / 60_000,
  )
  expect(minutes).toEqual([1, 2, 4, 32, 60, 60])
})
