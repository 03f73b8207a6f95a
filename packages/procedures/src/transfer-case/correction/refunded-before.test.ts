import { expect, test } from 'vitest'
import { isLikeBefore, isRefundedTwice } from './refunded-before.ts'

const refund = { receipt: '记-1', cause: 'refund', amount: '100', voucher: '退-1' }
const state = {
  acts: { receiptRefunded: [{ seq: 9, on: '2026-08-03', by: {}, data: refund }] },
} as never

test.each<[string, object, string, boolean]>([
  ['the same receipt, day and amount', { voucher: '退-2' }, '2026-08-03', true],
  ['the same voucher on another day', {}, '2026-08-04', true],
  ['another day under another voucher', { voucher: '退-2' }, '2026-08-04', false],
  ['another amount', { amount: '101' }, '2026-08-03', false],
  ['another receipt', { receipt: '记-2' }, '2026-08-03', false],
  ['what somebody says is another', { another: true }, '2026-08-03', false],
])('a refund of %s', (_what, more, on, isTwice) => {
  expect(isRefundedTwice(state, { ...refund, ...more }, on)).toBe(isTwice)
})

test('a form asks whether it is another where something of the receipt went back before', () => {
  expect(isLikeBefore(state, { receipt: '记-1' })).toBe(true)
  expect(isLikeBefore(state, { receipt: '记-2' })).toBe(false)
})
