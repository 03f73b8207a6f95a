import { z } from 'zod'
import { text } from '../../platform/text.ts'

/** What travels of the revisions of the packs by which a case is judged. */

const Named = z.object({ pack: z.string(), revision: z.int() })

/** By which revisions a case is judged, since when and why, and which newer ones there are. */
export const CaseLawWire = z.object({
  law: z.string(),
  hash: z.string(),
  packs: z.array(Named),
  newer: z.array(Named),
  moves: z.array(
    z.object({
      since: z.string(),
      name: z.string(),
      reason: z.string().nullable(),
      packs: z.array(Named),
    }),
  ),
})
export type CaseLawWire = z.infer<typeof CaseLawWire>

/** A case is moved to the newest revisions for a reason. */
export const MoveCaseWire = z.strictObject({ reason: text(2000) })
export const MovedWire = z.object({ law: z.string(), hash: z.string() })
