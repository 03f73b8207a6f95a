import { z } from 'zod'
import { fenText, idText, monthText, text } from '../../platform/text.ts'

/** What travels of the proposals to finance. */

const steps = ['first', 'release', 'disposal'] as const
const treatments = [
  'expense',
  'collect',
  'capitalise',
  'capitalise_fees',
  'derecognise',
  'write_off',
  'needs_confirmation',
] as const

/** What finance is proposed to book. */
export const ProposalWire = z.object({
  achievement: z.string(),
  number: z.string(),
  title: z.string(),
  step: z.enum(steps),
  treatment: z.string(),
  article: z.string(),
  amountFen: z.string(),
  costs: z.array(z.string()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** That it was given back as it stands. */
  returned: z.object({ reason: z.string(), by: z.string(), on: z.string() }).nullable(),
})
export type ProposalWire = z.infer<typeof ProposalWire>

/** What finance decided. */
export const BookingWire = z.object({
  id: z.string(),
  achievement: z.string(),
  period: z.string(),
  step: z.enum(steps),
  treatment: z.string(),
  amountFen: z.string(),
  article: z.string(),
  outcome: z.enum(['accepted', 'returned']),
  voucher: z.string().nullable(),
  reason: z.string().nullable(),
  decidedOn: z.string(),
  decidedName: z.string(),
})
export type BookingWire = z.infer<typeof BookingWire>

export const ProposalQueryWire = z.object({
  period: monthText().optional(),
  /** Only those that are to be booked so. */
  treatment: z.enum(treatments).optional(),
})

export const ProposalListWire = z.object({
  period: z.string(),
  asOf: z.string(),
  items: z.array(ProposalWire),
  totalFen: z.string(),
  /** What was decided for the month, the newest first. */
  decided: z.array(BookingWire.extend({ number: z.string(), title: z.string() })),
})
export type ProposalListWire = z.infer<typeof ProposalListWire>

export const DecideProposalsWire = z.strictObject({
  period: monthText(),
  accept: z.boolean(),
  voucher: text(100).nullable().default(null),
  reason: text(1000).nullable().default(null),
  items: z
    .array(
      z.strictObject({
        achievement: idText(),
        title: text(300),
        step: z.enum(steps),
        treatment: z.enum(treatments),
        amountFen: fenText(),
      }),
    )
    .min(1)
    .max(500),
})
export type DecideProposalsWire = z.input<typeof DecideProposalsWire>
