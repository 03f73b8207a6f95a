import { z } from 'zod'

/** What travels of contracts that could be registered and are not, and of what they lose by that. */

const Words = z.object({ zh: z.string(), en: z.string() })

export const UnregisteredQueryWire = z.object({
  /** Only those of which a reward waits to be paid: by its payout the relief of it is lost. */
  waiting: z.enum(['yes']).optional(),
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type UnregisteredQueryWire = z.output<typeof UnregisteredQueryWire>
export const UnregisteredFilterWire = UnregisteredQueryWire.pick({ waiting: true })
export type UnregisteredFilterWire = z.output<typeof UnregisteredFilterWire>

export const UnregisteredLineWire = z.object({
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  counterparty: z.string().nullable(),
  kind: z.string(),
  mode: z.string().nullable(),
  signedOn: z.string().nullable(),
  amountFen: z.string().nullable(),
  registration: z.string().nullable(),
  /** Each relief that asks for the registration, and what it would save; none where nothing can be estimated. */
  reliefs: z.array(
    z.object({
      regime: z.string(),
      title: Words,
      savesFen: z.string().nullable(),
      cite: z.object({ source: z.string(), at: z.string() }).nullable(),
    }),
  ),
  /** What came in and whose reward is not paid yet: its relief asks for the registration before the payout. */
  waitingFen: z.string(),
  /** The last day on which the first of these rewards can be paid with the relief. */
  lastDay: z.string().nullable(),
})
export type UnregisteredLineWire = z.infer<typeof UnregisteredLineWire>

export const UnregisteredPageWire = z.object({
  items: z.array(UnregisteredLineWire),
  nextCursor: z.string().optional(),
  /** How many there are in all; with the first page only. */
  count: z.int().optional(),
})
export type UnregisteredPageWire = z.infer<typeof UnregisteredPageWire>
