import { day, ratio } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { deferredTax } from '../tax-positions/index.ts'
import { givenUpBy } from './given-up.ts'

const period = (since: string, matter: string, share?: string) => ({
  ...{ since, matter },
  holders: share === undefined ? [] : [{ name: '甲', share }],
})
const formed = period('2026-02-01', 'formed', '40%')

test('a round dilutes and gives nothing up; a transfer gives a part up, and an exit all', () => {
  const diluted = [formed, period('2027-01-01', 'increase', '20%')]
  expect(givenUpBy('甲', diluted)).toBeUndefined()
  const sold = [...diluted, period('2028-01-01', 'transfer', '5%')]
  expect(givenUpBy('甲', sold)).toEqual({ on: '2028-01-01', part: ratio(3, 4) })
  const gone = [...sold, period('2029-01-01', 'exit')]
  expect(givenUpBy('甲', gone)).toEqual({ on: '2029-01-01', part: ratio(1) })
  expect(givenUpBy('乙', gone)).toBeUndefined()
  // Whose tax was paid after the first sale owes that of the rest only.
  const settled = day('2028-02-01')
  expect(givenUpBy('甲', sold, settled)).toBeUndefined()
  expect(givenUpBy('甲', gone, settled)).toEqual({ on: '2029-01-01', part: ratio(1, 4) })
})

test('the tax that falls due is of the part that is given up, by the rate of the day', () => {
  const choice = { value: 1_000_001n, cost: 1n }
  expect(deferredTax(choice, ratio(3, 4), '2028-01-01')).toBe(150_000n)
  expect(deferredTax({ value: 1n, cost: 5n }, ratio(1), '2028-01-01')).toBe(0n)
  expect(deferredTax(choice, ratio(1), '2010-01-01')).toBeUndefined()
})
