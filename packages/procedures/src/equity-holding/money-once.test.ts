import { expect, test } from 'vitest'
import { type Step, said, walk } from '../procedure/testing/walk.ts'
import { dividendsIn, ownOf } from './dividends.ts'
import { equityHolding } from './equity-holding.ts'
import {
  appraised,
  decided,
  guangdong,
  handled,
  held,
  house,
  opened,
  suggestedBy,
} from './testing/held.ts'

// What one voucher or one resolution shows is recorded once, and nothing beyond what was subscribed.

const answer = (steps: readonly Step[]) => said(walk(equityHolding, guangdong, steps).last)
const paidIn = (amount: string, voucher: string, more: object = {}): Step => [
  '2026-03-01',
  'finance',
  'capitalPaidIn',
  { name: house, amount, voucher, ...more },
]
const yearly = { year: '2025', total: '1000000', basis: 'by_share' }
const declared = (resolution: string, year: string): Step => [
  '2026-04-01',
  'finance',
  'dividendDeclared',
  { ...yearly, year, resolution },
]
const received = (amount: string, voucher: string, more: object = {}): Step => [
  '2026-05-01',
  'finance',
  'dividendReceived',
  { amount, voucher, year: '2025', ...more },
]
const struck = (entry: number): Step => [
  '2026-05-02',
  'finance',
  'entryStruck',
  { entry, reason: '重复登记' },
]

test('a paper shows once what a holder paid in, however it is typed', () => {
  const first = [...held, paidIn('1000', '验-1')]
  expect(answer(first)).toBe('accepted')
  expect(answer([...first, paidIn('1000', ' 验－1')])).toBe('paid-in-already-recorded')
  expect(answer([...first, paidIn('2000', '验-1')])).toBe('paid-in-already-recorded')
  expect(answer([...first, paidIn('1000', '验-2')])).toBe('accepted')
  expect(answer([...first, struck(3), paidIn('1000', '验-1')])).toBe('accepted')
})

test('more than was subscribed is paid in for a reason only', () => {
  const whole = [...held, paidIn('90000000', '验-1')]
  expect(answer(whole)).toBe('accepted')
  expect(answer([...whole, paidIn('1', '验-2')])).toBe('paid-in-beyond-subscribed')
  expect(answer([...whole, paidIn('1', '验-2', { beyond: '增资协议（示例）' })])).toBe('accepted')
})

test('a resolution declares the dividend of a year once', () => {
  const first = [...held, declared('决议-1', '2025')]
  expect(answer(first)).toBe('accepted')
  expect(answer([...first, declared('决议－1', '2025')])).toBe('dividend-already-declared')
  expect(answer([...first, declared('决议-1', '2024')])).toBe('accepted')
  expect(answer([...first, declared('决议-2', '2025')])).toBe('accepted')
})

test('a dividend comes in once, in parts up to its whole', () => {
  const first = [...held, declared('决议-1', '2025'), received('60000', '收-1')]
  expect(answer(first)).toBe('accepted')
  expect(answer([...first, received('30000', '收-1')])).toBe('receipt-already-recorded')
  const rest = received('30000', '收-1', { voucherAmount: '90000' })
  expect(answer([...first, rest])).toBe('accepted')
})

test('nobody subscribes more than the registered capital', () => {
  const told = { ...opened, registeredCapital: '789999999' }
  const opening = (data: object): Step => ['2026-02-02', 'tto_negotiator', 'holdingOpened', data]
  expect(answer([opening(told)])).toBe('subscribed-beyond-capital')
  expect(answer([opening({ ...told, registeredCapital: '790000000' })])).toBe('accepted')
  const fixed: Step = ['2026-02-03', 'finance', 'openingCorrected', { ...told, reason: '误登' }]
  expect(answer([...held.slice(0, 1), fixed])).toBe('subscribed-beyond-capital')
})

test('an appraisal holds on the day it is recorded for', () => {
  const appraisal = (validUntil: string): Step => [
    '2026-05-01',
    'finance',
    'appraised',
    { agency: '示例评估（虚构）', value: '1', validUntil },
  ]
  expect(answer([...held, appraisal('2026-04-30')])).toBe('valid-before-appraised')
  expect(answer([...held, appraisal('2026-05-01')])).toBe('accepted')
})

test('a change of holders later on the same day does not divide a dividend of before anew', () => {
  const on = '2026-06-01'
  const first: readonly Step[] = [
    ...held,
    appraised,
    [on, 'finance', 'dividendDeclared', { ...yearly, resolution: '决议-1' }],
    decided('transfer', { to: '样例买方（虚构）', part: '9%' }, on),
  ]
  const left = [...first, handled({ ...suggestedBy(first), price: '90000000' }, on)]
  const { state, last } = walk(equityHolding, guangdong, left)
  expect(said(last)).toBe('accepted')
  expect(state && dividendsIn(state).map(({ parts }) => ownOf(parts))).toEqual([90_000n])
})
