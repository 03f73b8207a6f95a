import { z } from 'zod'
import { dayText, idText, text } from '../../../platform/text.ts'

/** What travels of batches that pay bonuses at grant and awards from the staff part. */

const sources = ['grant_bonus', 'staff_award'] as const

export const PayAwardsWire = z.strictObject({
  /** Made by who asks: the same order sent twice is one batch. */
  id: idText(),
  title: text(200),
  payOn: dayText(),
  way: z.enum(['bank', 'payroll', 'project']).default('bank'),
  /** These, or all of which something waits to be paid. */
  records: z.union([
    z.literal('all'),
    z
      .array(z.strictObject({ source: z.enum(sources), id: idText() }))
      .min(1)
      .max(1000),
  ]),
})
export type PayAwardsWire = z.input<typeof PayAwardsWire>

export const AwardBatchWire = z.object({ id: z.string() })

/** Bonuses and awards of which something can be put into a batch now. */
export const PayableAwardsWire = z.object({
  today: z.string(),
  items: z.array(
    z.object({
      source: z.enum(sources),
      id: z.string(),
      title: z.string(),
      /** How many a batch can pay, and what they get. */
      payees: z.int(),
      fen: z.string(),
      /** How many are paid by hand: training, and whoever is told by a name alone. */
      byHand: z.int(),
    }),
  ),
  /** How many there are, more than are listed where there are many, and what they all get. */
  total: z.int(),
  totalFen: z.string(),
})
export type PayableAwardsWire = z.infer<typeof PayableAwardsWire>
