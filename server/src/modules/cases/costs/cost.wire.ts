import { z } from 'zod'
import { dayText, idText } from '../../../platform/text.ts'

/** What travels of the costs of deals. */

export const costStates = ['open', 'deducted', 'withdrawn'] as const

const filters = {
  case: idText().optional(),
  kind: z.string().max(40).optional(),
  state: z.enum(costStates).optional(),
  from: dayText().optional(),
  to: dayText().optional(),
}
export const CostFilterWire = z.object(filters)
export type CostFilterWire = z.output<typeof CostFilterWire>
export const CostQueryWire = z.object({
  ...filters,
  cursor: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type CostQueryWire = z.output<typeof CostQueryWire>

export const CostLineWire = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  seq: z.int(),
  incurredOn: z.string(),
  kind: z.string(),
  voucher: z.string().nullable(),
  label: z.string().nullable(),
  amountFen: z.string(),
  /** What payouts that stand took of it. */
  deductedFen: z.string(),
  withdrawnFen: z.string(),
  /** What came back of it after it was deducted. */
  reimbursedFen: z.string(),
  /** What is still to be taken by a plan. */
  leftFen: z.string(),
  /** Whether the law deducted it; none while no payout took it. */
  counts: z.boolean().nullable(),
  /** Which payouts took how much; a reversal is below zero. */
  deductions: z.array(z.object({ seq: z.int(), on: z.string(), amountFen: z.string() })),
})
export type CostLineWire = z.infer<typeof CostLineWire>

export const CostPageWire = z.object({
  items: z.array(CostLineWire),
  nextCursor: z.string().optional(),
  /** Of everything the filter finds; with the first page only. */
  totals: z
    .object({
      count: z.int(),
      amountFen: z.string(),
      deductedFen: z.string(),
      leftFen: z.string(),
    })
    .optional(),
})
export type CostPageWire = z.infer<typeof CostPageWire>
