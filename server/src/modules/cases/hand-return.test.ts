import { expect, test } from 'vitest'
import { partsOfReturn } from './hand-return.ts'

const paid = (amountFen: string, withheldFen: string | null, backFen = '0') => ({
  ...{ amountFen, withheldFen, backFen },
})
const told = (payments: Parameters<typeof partsOfReturn>[0], amount: bigint) =>
  partsOfReturn(payments, amount).map(({ open, part, leavesTax }) => [open, part, leavesTax])

test('what came back is that of the latest payments, each as far as it is open', () => {
  const payments = [paid('300', '30'), paid('50', '5', '50'), paid('1000', '100', '200')]
  expect(told(payments, 1100n)).toEqual([
    [300n, 300n, false],
    [800n, 800n, false],
  ])
  expect(told(payments, 1000n)).toEqual([
    [300n, 300n, false],
    [800n, 700n, true],
  ])
  expect(told(payments, 999n)).toEqual([
    [300n, 300n, false],
    [800n, 699n, false],
  ])
})

test('a payment whose tax is nought or unknown leaves none', () => {
  expect(told([paid('300', null)], 299n)).toEqual([[300n, 299n, false]])
  expect(told([paid('300', '0')], 299n)).toEqual([[300n, 299n, false]])
})
