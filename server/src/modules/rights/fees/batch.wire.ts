import { z } from 'zod'
import { dayText, fenText, idText, text } from '../../../platform/text.ts'

/** What travels of the batches in which annual fees are paid. */

const states = ['proposed', 'approved', 'refused', 'cancelled', 'settled'] as const

const amountText = () =>
  fenText().refine((amount) => BigInt(amount) >= 0n, {
    error: '金额不得为负 / the amount may not be negative',
    params: { rule: 'amount-not-negative' },
  })

/** Which fee of a right: the annual one of a year, or that of a clock. */
const feeKey = {
  right: idText(),
  year: z.int().min(1).max(40).optional(),
  clock: text(120).optional(),
}
const isOneFee = ({ year, clock }: { year?: number | undefined; clock?: string | undefined }) =>
  (year === undefined) !== (clock === undefined)
const oneFee = {
  error: '写明年度或事项之一 / name either the year or the clock',
  params: { rule: 'one-fee' },
}
const FeeKey = z.strictObject(feeKey).refine(isOneFee, oneFee)

export const ProposeBatchWire = z.strictObject({
  title: text(200),
  /** The account or project it is paid from. */
  budget: text(200),
  /** What may be spent. */
  budgetFen: amountText(),
  payOn: dayText(),
  lines: z.array(FeeKey).min(1).max(500),
  /** Why those are kept of which nothing was decided yet. */
  keepReason: text(1000).optional(),
})
export type ProposeBatchWire = z.input<typeof ProposeBatchWire>

export const DecideBatchWire = z.strictObject({
  approve: z.boolean(),
  remark: text(500).optional(),
  /** Why it is approved beyond its budget. */
  overReason: text(500).optional(),
})
export type DecideBatchWire = z.input<typeof DecideBatchWire>

export const CancelBatchWire = z.strictObject({ reason: text(500) })

const FileRefWire = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: text(255),
  size: z.int().positive(),
})

export const ReceiptsWire = z.strictObject({
  receipts: z
    .array(
      z
        .strictObject({
          ...feeKey,
          paidOn: dayText(),
          fen: fenText().refine((amount) => BigInt(amount) > 0n, {
            error: '实缴金额须大于零 / the amount paid must be above nought',
            params: { rule: 'amount-above-nought' },
          }),
          receipt: text(100),
        })
        .refine(isOneFee, oneFee),
    )
    .min(1)
    .max(500),
  /** Somebody looked at the amounts that are not those of the batch. */
  mayDiffer: z.boolean().optional(),
  /** The papers of these receipts: attached to each payment. */
  files: z.array(FileRefWire).max(20).optional(),
})
export type ReceiptsWire = z.input<typeof ReceiptsWire>

export const BatchLineWire = z.object({
  id: z.string(),
  title: z.string(),
  budget: z.string(),
  budgetFen: z.string().nullable(),
  payOn: z.string(),
  state: z.enum(states),
  madeName: z.string(),
  madeOn: z.string(),
  decidedName: z.string().nullable(),
  decidedOn: z.string().nullable(),
  fees: z.int(),
  paid: z.int(),
  totalFen: z.string(),
})
export type BatchLineWire = z.infer<typeof BatchLineWire>

const filters = { state: z.enum(states).optional() }
export const BatchFilterWire = z.object(filters)
export type BatchFilterWire = z.output<typeof BatchFilterWire>

export const BatchQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type BatchQueryWire = z.output<typeof BatchQueryWire>

export const BatchPageWire = z.object({
  items: z.array(BatchLineWire),
  nextCursor: z.string().optional(),
})
export type BatchPageWire = z.infer<typeof BatchPageWire>

/** One fee of a batch. */
export const BatchFeeWire = z.object({
  right: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  kind: z.string(),
  /** Nought of the fee of a clock, which has no year. */
  year: z.int(),
  /** The clock that asks for it; empty of an annual fee. */
  clock: z.string(),
  /** What a fee of a clock is called. */
  feeTitle: z.object({ zh: z.string(), en: z.string() }).nullable(),
  feeFen: z.string(),
  surchargeFen: z.string(),
  state: z.enum(['open', 'paid', 'dropped']),
  paidOn: z.string().nullable(),
  paidFen: z.string().nullable(),
  receipt: z.string().nullable(),
  /** The papers of its payment. */
  files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
})
export type BatchFeeWire = z.infer<typeof BatchFeeWire>

export const BatchWire = z.object({
  id: z.string(),
  seq: z.int(),
  title: z.string(),
  budget: z.string(),
  budgetFen: z.string().nullable(),
  payOn: z.string(),
  reading: z.string(),
  state: z.enum(states),
  madeBy: z.string(),
  madeName: z.string(),
  madeOn: z.string(),
  decidedName: z.string().nullable(),
  decidedOn: z.string().nullable(),
  remark: z.string().nullable(),
  overReason: z.string().nullable(),
  totalFen: z.string(),
  /** The budget of the year it is paid in, and what other batches take of it. */
  year: z.object({
    year: z.int(),
    budgetFen: z.string().nullable(),
    committedFen: z.string(),
  }),
  /** By how much it goes beyond its own budget, and beyond that of the year. */
  over: z.object({ batchFen: z.string().nullable(), yearFen: z.string().nullable() }),
  lines: z.array(BatchFeeWire),
})
export type BatchWire = z.infer<typeof BatchWire>

/** What may be spent on annual fees in a year. */
export const StateBudgetWire = z.strictObject({
  /** The client's own: sent twice it is stated once. */
  id: idText().optional(),
  year: z.int().min(2000).max(2200),
  /** Whose it is; the institution's where none is named. */
  department: text(100).nullable().default(null),
  fen: amountText(),
  document: text(200),
})
export type StateBudgetWire = z.input<typeof StateBudgetWire>

/** Every budget that was stated, the newest first. */
export const BudgetsWire = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      year: z.int(),
      department: z.string().nullable(),
      fen: z.string(),
      document: z.string(),
      statedOn: z.string(),
      statedName: z.string(),
    }),
  ),
})
export type BudgetsWire = z.infer<typeof BudgetsWire>

export const DepartmentBudgetQueryWire = z.object({
  year: z.coerce.number().int().min(2000).max(2200),
})

/** What the departments may spend in a year, and what the fees of their rights come to. */
export const DepartmentBudgetsWire = z.object({
  year: z.int(),
  items: z.array(
    z.object({
      department: z.string(),
      budgetFen: z.string().nullable(),
      /** Annual and other fees that fall due in the year, as far as their amounts are known. */
      plannedFen: z.string(),
      committedFen: z.string(),
    }),
  ),
})
export type DepartmentBudgetsWire = z.infer<typeof DepartmentBudgetsWire>
