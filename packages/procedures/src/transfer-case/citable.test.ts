import { expect, test } from 'vitest'
import { citableIn } from './citable.ts'
import { stateAfter } from './testing/lines.ts'
import { type Step, upTo } from './testing/main-line.ts'

// The main line up to its notice of the plan: one receipt and its costs wait to be shared out.
const before = upTo('planDrafted')
const receipt = (voucher: string, amount: string, more: object = {}): Step => [
  '2026-07-20',
  'finance',
  'receiptRecorded',
  { amount, voucher, inBudget: true, beyond: '违约金（示例）', ...more },
]
const cost = (kind: string, voucher: string): Step => [
  '2026-07-20',
  'finance',
  'costRecorded',
  { kind, amount: '700', voucher },
]

test('receipts that wait can go back, the latest first; of one voucher only the last', () => {
  const found = citableIn(
    stateAfter([
      ...before,
      receipt('收-8', '100'),
      receipt('收-8', '200', { voucherAmount: '300' }),
    ]),
    'receipt',
  )
  expect(found[0]).toEqual({ on: '2026-07-20', voucher: '收-8', left: '200' })
  expect(found.filter(({ voucher }) => voucher === '收-8')).toHaveLength(1)
})

test('what was shared out cannot go back before it is reversed', () => {
  expect(citableIn(stateAfter(upTo('closed')), 'receipt')).toEqual([])
})

test('costs that wait can be withdrawn, each of the two kinds that bear one voucher', () => {
  const state = stateAfter([...before, cost('third_party', '记-9'), cost('upkeep', '记-9')])
  const found = citableIn(state, 'cost').filter(({ voucher }) => voucher === '记-9')
  expect(found.map(({ kind, left }) => [kind, left])).toEqual([
    ['upkeep', '700'],
    ['third_party', '700'],
  ])
})
