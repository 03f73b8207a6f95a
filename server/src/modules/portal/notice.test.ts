import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { countdown } from './notice.ts'

const notice = { publishedOn: '2026-03-05', endsOn: '2026-03-20', state: 'running' } as const

test.each([
  ['2026-03-05', 0, 15],
  ['2026-03-14', 9, 6],
  ['2026-03-20', 15, 0],
  ['2026-03-25', 15, 0],
])('on %s day %i of the notice, %i days left', (today, at, daysLeft) => {
  expect(countdown(notice, day(today))).toEqual({ day: at, days: 15, daysLeft })
})

test('nothing counts while it is suspended', () => {
  const suspended = { ...notice, state: 'suspended' } as const
  expect(countdown(suspended, day('2026-03-14'))).toEqual({ day: null, days: 15, daysLeft: null })
})
