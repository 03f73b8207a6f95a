import { parseRatio, percent } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { shownShares } from './shown-shares.ts'

test('Shares of a round sum to what their total shows', () => {
  // A third each of seven tenths, and three tenths: cut off one by one they were 99.9999 %.
  expect(shownShares(['7/30', '7/15', '3/10'])).toEqual(['23.3333%', '46.6667%', '30%'])
  expect(shownShares(['1/3', '1/3', '1/3'])).toEqual(['33.3334%', '33.3333%', '33.3333%'])
})

test('Exact shares stay as they are, and nobody holds nothing', () => {
  const exact = ['123456/1000000', '1/2', '376544/1000000']
  expect(shownShares(exact)).toEqual(exact.map((share) => percent(parseRatio(share))))
  expect(shownShares(['1'])).toEqual(['100%'])
  expect(shownShares([])).toEqual([])
})
