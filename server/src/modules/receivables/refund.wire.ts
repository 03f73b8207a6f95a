import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'

/** What travels of refunds and the receipts they gave back. */

/** Why a refund was linked with a receipt. */
export const linkBases = ['act', 'only', 'same-amount', 'chosen'] as const

export const RefundWire = z.strictObject({
  refund: idText(),
  /** Why this receipt, where somebody knows more than the sums say. */
  reason: text(500).nullable().default(null),
})
export type RefundWire = z.input<typeof RefundWire>

export const ReceiptRefundParamsWire = z.strictObject({ id: idText(), refund: idText() })
