import { expect, test } from 'vitest'
import { yearInNumber } from './patent-number.ts'

test.each([
  ['202117654321.X', '2021'],
  ['PCT/CN2022/934171', '2022'],
  ['PCT/US2022/934171', '2022'],
  ['6123456', undefined],
  ['2020SR9879581', '2020'],
  ['85100001.1', '1985'],
  ['03112345.1', '2003'],
])('the year in %s is %s', (no, year) => {
  expect(yearInNumber(no)).toBe(year)
})
