import { z } from 'zod'
import { idText } from '../../../platform/text.ts'

/** What travels about a case that several people have open at once. */

/** That a page shows a case, up to which act, and which form is being filled in there. */
export const PresenceWire = z.strictObject({
  page: idText(),
  /** The number of the last act the page shows. */
  since: z.int().min(0),
  act: z
    .string()
    .regex(/^[a-zA-Z]{1,60}$/)
    .optional(),
  leaves: z.boolean().default(false),
})
export type PresenceWire = z.input<typeof PresenceWire>

/** What is new for the page: acts it does not show yet, and who else is there. */
export const NewsWire = z.object({
  seq: z.int(),
  changed: z.array(
    z.object({
      seq: z.int(),
      type: z.string(),
      on: z.string(),
      at: z.string(),
      by: z.string(),
    }),
  ),
  present: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      /** The act whose form they are filling in. */
      act: z.string().nullable(),
    }),
  ),
})
export type NewsWire = z.infer<typeof NewsWire>
