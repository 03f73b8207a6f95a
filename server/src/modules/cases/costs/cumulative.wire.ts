import { z } from 'zod'

/** What travels of the money of a deal, distribution by distribution and in all. */

const Words = z.object({ zh: z.string(), en: z.string() })
const sums = {
  income: z.string(),
  deducted: z.string(),
  net: z.string(),
  parts: z.array(z.object({ id: z.string(), label: Words, amount: z.string() })),
  limits: z.array(
    z.object({
      id: z.string(),
      label: Words,
      bound: z.enum(['floor', 'ceiling']),
      limit: z.string(),
      given: z.string().nullable(),
      /** Room left, or what is lacking where it is below nought. */
      room: z.string().nullable(),
      cite: z.object({ source: z.string(), at: z.string() }),
    }),
  ),
}

export const CumulativeWire = z.object({
  rows: z.array(
    z.object({
      ...sums,
      /** None while it is being prepared. */
      paidOn: z.string().nullable(),
      /** It was paid out before the case took the contract over. */
      isEarlier: z.boolean(),
    }),
  ),
  total: z.object(sums),
  /** Costs that exceed what came in since. */
  carried: z
    .object({
      amount: z.string(),
      /** The next receipts cover them first; else the institution bears them. */
      isCarried: z.boolean(),
      /** The reading that says so, in its words, and the article that is read. */
      reading: z.object({ id: z.string(), reading: z.string(), text: Words }).nullable(),
      cite: z.object({ source: z.string(), at: z.string() }).nullable(),
      costs: z.array(
        z.object({ kind: z.string(), voucher: z.string(), on: z.string(), amount: z.string() }),
      ),
    })
    .nullable(),
})
export type CumulativeWire = z.infer<typeof CumulativeWire>
