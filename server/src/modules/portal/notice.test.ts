import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { countdown, stateOn } from './notice.ts'

const notice = { publishedOn: '2026-03-05', endsOn: '2026-03-20', state: 'running' } as const

test.each([
  ['2026-03-05', 0, 15],
  ['2026-03-14', 9, 6],
  ['2026-03-20', 15, 0],
])('on %s day %i of the notice, %i days left', (today, at, daysLeft) => {
  expect(countdown(notice, day(today))).toEqual({ day: at, days: 15, daysLeft })
})

test.each([
  ['running', '2026-03-20', 'running'],
  ['running', '2026-03-21', 'ended'],
  ['suspended', '2026-03-21', 'suspended'],
  ['superseded', '2026-03-21', 'superseded'],
] as const)('a notice that is %s is on %s %s', (state, today, shown) => {
  expect(stateOn({ ...notice, state }, day(today))).toBe(shown)
  expect(countdown({ ...notice, state }, day(today)).daysLeft).toBe(shown === 'running' ? 0 : null)
})

test('nothing counts while it is suspended', () => {
  const suspended = { ...notice, state: 'suspended' } as const
  expect(countdown(suspended, day('2026-03-14'))).toEqual({ day: null, days: 15, daysLeft: null })
})
