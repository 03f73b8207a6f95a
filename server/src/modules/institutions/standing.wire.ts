import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { standingAspects } from './standing.ts'

/** What travels of what an institution was, by day. */

const File = z.strictObject({
  name: text(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().positive(),
})

export const NewStandingWire = z.strictObject({
  aspect: z.enum(standingAspects),
  /** Null: none from this day on. */
  value: text(200).nullable(),
  from: dayText(),
  document: text(300).nullable().optional(),
  file: File.nullable().optional(),
})
export type NewStandingWire = z.output<typeof NewStandingWire>

export const AnnulStandingWire = z.strictObject({ reason: text(500) })
export const StandingParamsWire = z.strictObject({ id: idText() })
export const StandingEnteredWire = z.object({ id: z.string() })

export const StandingWire = z.object({
  id: z.string(),
  aspect: z.enum(standingAspects),
  value: z.string().nullable(),
  from: z.string(),
  /** First day on which another one holds; null while it is the newest. */
  to: z.string().nullable(),
  document: z.string().nullable(),
  file: File.nullable(),
  enteredName: z.string(),
})
export type StandingWire = z.infer<typeof StandingWire>
export const StandingsWire = z.object({ items: z.array(StandingWire) })
export type StandingsWire = z.infer<typeof StandingsWire>

const Words = z.object({ zh: z.string(), en: z.string() })
const Labels = z.record(z.string(), Words)
const Renewal = z.object({ months: z.int(), provenance: z.string() })

/** The code lists and periods of an institution's own registers. */
export const InstitutionListsWire = z.object({
  standings: z.record(z.string(), Labels),
  carriers: Labels,
  credentials: Labels,
  occupations: Labels,
  ties: Labels,
  through: Labels,
  renewal: z.object({
    internalRule: Renewal,
    interestDeclaration: Renewal,
  }),
})
export type InstitutionListsWire = z.infer<typeof InstitutionListsWire>
