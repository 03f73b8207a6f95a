import { z } from 'zod'
import { unknownWire } from '../../platform/totals.wire.ts'

/** What travels of patents that lie idle. */

export const SleepingQueryWire = z.object({
  years: z.coerce.number().int().min(0).max(40).optional(),
  department: z.string().trim().min(1).max(100).optional(),
})
export type SleepingQueryWire = z.output<typeof SleepingQueryWire>

export const SleepingLineWire = z.object({
  id: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  grantedOn: z.string().nullable(),
  departments: z.array(z.string()),
  inventors: z.array(z.string()),
  idleSince: z.string().nullable(),
  everUsed: z.boolean(),
  paidFen: z.string(),
  nextFeeYear: z.int().nullable(),
  nextFeeOn: z.string().nullable(),
  nextFeeFen: z.string().nullable(),
})
export type SleepingLineWire = z.infer<typeof SleepingLineWire>

export const SleepingListWire = z.object({
  today: z.string(),
  years: z.int(),
  /** The number where nobody chose another one, and from where it comes. */
  usual: z.object({ years: z.int(), provenance: z.string(), cite: z.string() }),
  items: z.array(SleepingLineWire),
  /** How many there are in all: the sums are of them, the items are cut. */
  count: z.int(),
  isCut: z.boolean(),
  /** None where it is known of none; at least so much where it is not known of some. */
  paidFen: z.string().nullable(),
  nextFen: z.string().nullable(),
  unknown: unknownWire('paidFen', 'nextFen'),
})
export type SleepingListWire = z.infer<typeof SleepingListWire>
