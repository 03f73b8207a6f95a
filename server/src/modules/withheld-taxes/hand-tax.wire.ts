import { z } from 'zod'
import { fenText, monthText, text } from '../../platform/text.ts'

/** What travels of payments without a batch and the tax withheld from them. */

const filters = {
  month: monthText().optional(),
  /** Only those of which nobody has said the tax. */
  unknown: z.enum(['true', 'false']).optional(),
}
export const HandPaymentFilterWire = z.object(filters)
export type HandPaymentFilterWire = z.output<typeof HandPaymentFilterWire>
export const HandPaymentQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type HandPaymentQueryWire = z.output<typeof HandPaymentQueryWire>

export const HandPaymentWire = z.object({
  id: z.string(),
  source: z.enum(['case', 'grant_bonus', 'staff_award']),
  /** The case, or the bonus. */
  recordId: z.string(),
  title: z.string(),
  name: z.string(),
  paidOn: z.string(),
  amountFen: z.string(),
  /** What of it came back. */
  backFen: z.string(),
  /** Null where nobody has said it. */
  withheldFen: z.string().nullable(),
  proof: z.string(),
})
export type HandPaymentWire = z.infer<typeof HandPaymentWire>

export const HandPaymentsWire = z.object({
  items: z.array(HandPaymentWire),
  nextCursor: z.string().optional(),
  /** Of how many of all that the filter finds nobody has said the tax. */
  unknown: z.int(),
})
export type HandPaymentsWire = z.infer<typeof HandPaymentsWire>

export const HandTaxWire = z.strictObject({
  withheldFen: fenText().refine((value) => !value.startsWith('-'), {
    error: '不得小于零 / must not be below nought',
    params: { rule: 'not-negative' },
  }),
  document: text(200),
})
export type HandTaxWire = z.output<typeof HandTaxWire>
