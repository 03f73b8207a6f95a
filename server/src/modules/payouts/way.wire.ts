import { z } from 'zod'
import { text } from '../../platform/text.ts'

/** By which way payments of a batch go, where that is not the way of the batch. */
export const SayWaysWire = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        reference: text(40),
        way: z.enum(['bank', 'payroll', 'project']),
        /** The project whose account it goes to, and what that account is called. */
        projectNumber: text(60).nullable().default(null),
        projectAccount: text(200).nullable().default(null),
      }),
    )
    .min(1)
    .max(10_000),
  reason: text(500),
})
export type SayWaysWire = z.input<typeof SayWaysWire>
export const WaysSaidWire = z.object({ lines: z.int() })
