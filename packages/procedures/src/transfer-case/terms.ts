// What several acts of a transfer case carry alike: the terms of the deal and the lines of a plan.
import { z } from 'zod'
import { code, contributor, modes, money, text } from '../procedure/fields.ts'

export const costKinds = [
  'tax',
  'appraisal',
  'listing_fee',
  'auction_commission',
  'third_party',
  'other_direct',
  'upkeep',
  'research',
] as const

export const terms = z.strictObject({
  mode: code(modes, '转化方式', 'Mode'),
  counterparty: text('合作主体', 'Counterparty'),
  price: money('拟交易价格', 'Intended price'),
  payment: text('支付方式', 'Payment').optional(),
  distributionRule: text('收益分配办法', 'Way of distribution'),
})

export const planLine = contributor.extend({
  award: code(['cash', 'equity'], '奖励形式', 'Form of award'),
  amount: money('金额', 'Amount'),
})
