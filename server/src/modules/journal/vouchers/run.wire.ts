import { z } from 'zod'
import { dayText, idText } from '../../../platform/text.ts'

/** What travels of vouchers that go out to a finance system. */

export const RunWire = z.object({
  id: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
  isAgain: z.boolean(),
  entries: z.int(),
  madeAt: z.string(),
  madeName: z.string(),
})
export type RunWire = z.infer<typeof RunWire>

export const RunListWire = z.object({
  items: z.array(RunWire),
  /** Entries of the journal that went out by no run yet, and the day of the earliest. */
  waiting: z.int(),
  waitingFrom: z.string().nullable(),
  today: z.string(),
})
export type RunListWire = z.infer<typeof RunListWire>

export const NewRunWire = z.object({
  from: dayText(),
  to: dayText(),
  /** Whether what went out before goes out once more. */
  again: z.boolean().default(false),
})
export type NewRunWire = z.input<typeof NewRunWire>

export const SentWire = z.object({ id: z.string(), entries: z.int() })
export type SentWire = z.infer<typeof SentWire>

/** The vouchers of one run. */
export const VoucherFilterWire = z.object({ run: idText() })
