import { z } from 'zod'
import { text } from '../../platform/text.ts'

/** What travels of the revisions of the packs by which a case is judged. */

const Named = z.object({ pack: z.string(), revision: z.int() })

const Words = z.object({ zh: z.string(), en: z.string() })

/** A stage that was not begun, to be checked again under the newest revisions: what changes for it. */
const StaleStage = z.object({
  stage: z.string(),
  label: Words,
  changes: z.array(
    z.object({
      norm: z.string(),
      title: Words,
      cite: z.object({ source: z.string(), at: z.string() }).nullable(),
      kind: z.enum(['new', 'gone', 'changed']),
      values: z.array(
        z.object({ label: Words, before: Words.nullable(), after: Words.nullable() }),
      ),
    }),
  ),
})

/** By which revisions a case is judged, since when and why, and which newer ones there are. */
export const CaseLawWire = z.object({
  law: z.string(),
  hash: z.string(),
  packs: z.array(Named),
  newer: z.array(Named),
  /** Where there are newer ones: what they mean for the stages that were not begun. */
  stale: z.array(StaleStage),
  /** Who decides on it. */
  deciders: z.array(z.string()),
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
