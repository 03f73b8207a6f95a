import { expect, test } from 'vitest'
import { actOf } from '../procedure/procedure.ts'
import { agreedMoneyOf } from './agreed-money.ts'
import { stateAfter } from './testing/lines.ts'
import { attempt, refusal, type Step, upTo } from './testing/main-line.ts'
import { transferCase } from './transfer-case.ts'

// A million yuan was agreed: more is recorded for a reason only, and where nobody can know the sum nothing is asked.

const signed = upTo('receiptRecorded')
const receipt = (amount: string, more: object = {}, voucher = '记-1'): Step => [
  '2026-07-01',
  'finance',
  'receiptRecorded',
  { amount, voucher, inBudget: true, ...more },
]
const said = (steps: readonly Step[], last: Step) => refusal(attempt(steps, last))

test('a receipt above the agreed sum wants a reason', () => {
  expect(said(signed, receipt('100000000'))).toBe('accepted')
  expect(said(signed, receipt('100000001'))).toBe('receipt-beyond-agreed')
  expect(said(signed, receipt('99900000000000'))).toBe('receipt-beyond-agreed')
  expect(said(signed, receipt('100000001', { beyond: '逾期利息（示例）' }))).toBe('accepted')
})

test('what came in before counts, and what was recorded by mistake does not', () => {
  const first = [...signed, receipt('60000000')]
  expect(said(first, receipt('40000000', {}, '记-9'))).toBe('accepted')
  expect(said(first, receipt('40000001', {}, '记-9'))).toBe('receipt-beyond-agreed')
  const mistaken: Step = [
    '2026-07-01',
    'finance',
    'receiptRefunded',
    { cause: 'entry_error', receipt: '记-1', amount: '60000000', voucher: '更-1' },
  ]
  expect(said([...first, mistaken], receipt('100000000', {}, '记-9'))).toBe('accepted')
})

test('what the payment terms come to is agreed too, and terms that leave it open ask nothing', () => {
  expect(said(signed, receipt('150000000', { agreedSum: '150000000' }))).toBe('accepted')
  expect(said(signed, receipt('150000001', { agreedSum: '150000000' }))).toBe(
    'receipt-beyond-agreed',
  )
  // Terms that leave a part of the price out do not make it less.
  expect(said(signed, receipt('100000000', { agreedSum: '50000000' }))).toBe('accepted')
  expect(said(signed, receipt('99900000000000', { agreedSum: 'open' }))).toBe('accepted')
})

test('a licence that pays by sales asks nothing', () => {
  const stated: Step = [
    '2026-06-30',
    'tto_negotiator',
    'royaltyReported',
    { from: '2026-06-10', to: '2026-06-29', sales: '1000000000', royalty: '50000000' },
  ]
  expect(said([...signed, stated], receipt('150000000'))).toBe('accepted')
})

test('the form asks for the reason where it is wanted, and only there', () => {
  const rule = actOf(transferCase, 'receiptRecorded')
  const state = stateAfter(signed)
  const asks = (data: object) => {
    const fit = rule?.fits?.(state, { ...data })
    return [fit?.wants.includes('beyond'), fit?.hides.includes('beyond')]
  }
  expect(agreedMoneyOf(state)?.received).toBe(0n)
  expect(asks({ amount: '100000001' })).toEqual([true, false])
  expect(asks({ amount: '100000000' })).toEqual([false, true])
  expect(asks({ amount: '100000001', agreedSum: 'open' })).toEqual([false, true])
  expect(asks({})).toEqual([false, true])
})
