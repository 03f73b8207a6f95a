import { z } from 'zod'
import { dayText } from '../../../platform/text.ts'
import { rightKinds } from '../right.ts'

/** What travels of fees that are no annual ones: what a clock asks to be paid. */

const Words = z.object({ zh: z.string(), en: z.string() })

export const OtherFeeFilterWire = z.object({
  q: z.string().trim().min(1).max(100).optional(),
  kind: z.enum(rightKinds).optional(),
  department: z.string().trim().min(1).max(100).optional(),
  dueBy: dayText().optional(),
})
export type OtherFeeFilterWire = z.output<typeof OtherFeeFilterWire>

export const OtherFeeWire = z.object({
  right: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  departments: z.array(z.string()),
  /** The key of the clock that asks for it. */
  clock: z.string(),
  clockTitle: Words,
  /** Whether it must be met, or somebody may ask. */
  type: z.enum(['deadline', 'opening', 'notice']),
  endsOn: z.string(),
  feeTitle: Words,
  /** Null where its amount is not known. */
  feeFen: z.string().nullable(),
  /** What may come on top: then it is that much at least. */
  feeBesides: Words.nullable(),
  batchId: z.string().nullable(),
  verified: z.boolean(),
})
export type OtherFeeWire = z.infer<typeof OtherFeeWire>

export const OtherFeeListWire = z.object({
  today: z.string(),
  items: z.array(OtherFeeWire),
  /** Of those whose amounts are known. */
  totalFen: z.string(),
  unknown: z.int(),
})
export type OtherFeeListWire = z.infer<typeof OtherFeeListWire>
