import { ages, receivableStates } from '@yizhuan/money'
import { z } from 'zod'
import { dayText, idText } from '../../platform/text.ts'

/** What travels of the list of receivables. */

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  contract: idText().optional(),
  /** `open` is everything that is still owed. */
  state: z.enum(['open', 'overdue', 'upcoming', 'awaited', 'settled', 'all']).optional(),
  age: z.enum(ages).optional(),
  dueFrom: dayText().optional(),
  dueTo: dayText().optional(),
}
export const ReceivableFilterWire = z.object(filters)
export type ReceivableFilterWire = z.output<typeof ReceivableFilterWire>
export const ReceivableQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ReceivableQueryWire = z.output<typeof ReceivableQueryWire>

export const ReceivableLineWire = z.object({
  id: z.string(),
  contractId: z.string(),
  contractNumber: z.string().nullable(),
  contractTitle: z.string(),
  counterparty: z.string().nullable(),
  kind: z.string(),
  label: z.string(),
  currency: z.string(),
  minor: z.string().nullable(),
  openMinor: z.string(),
  openFen: z.string(),
  dueOn: z.string().nullable(),
  state: z.enum(receivableStates),
  age: z.enum(ages),
  daysLate: z.int(),
})
export type ReceivableLineWire = z.infer<typeof ReceivableLineWire>

export const ReceivablePageWire = z.object({
  today: z.string(),
  items: z.array(ReceivableLineWire),
  nextCursor: z.string().optional(),
  /** Of everything the filter finds; with the first page only. Foreign amounts at the rate of their terms. */
  totals: z
    .object({
      count: z.int(),
      openFen: z.string(),
      /** What of it stands on the account of receivables: what is due, or invoiced in full. */
      bookedFen: z.string(),
      ages: z.array(z.object({ age: z.enum(ages), count: z.int(), openFen: z.string() })),
    })
    .optional(),
  /** Contracts from which nothing follows here: signed, and without payment terms. With the first page only. */
  withoutTerms: z.int().optional(),
})
export type ReceivablePageWire = z.infer<typeof ReceivablePageWire>
