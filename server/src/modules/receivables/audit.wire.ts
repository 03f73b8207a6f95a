import { z } from 'zod'
import { clientId, dayText, idText, text } from '../../platform/text.ts'
import { filesField, minorText } from './terms.wire.ts'

/** What travels of looks into the books of licensees. Amounts are in the smallest unit of their currency. */

export const auditOutcomes = ['announced', 'refused', 'agreed', 'difference'] as const

export const NewAuditWire = z.strictObject({
  id: clientId(),
  onDay: dayText(),
  outcome: z.enum(auditOutcomes),
  /** The period of a royalty that was looked at; a difference is one of a period that was stated. */
  term: text(40).nullable().default(null),
  periodFrom: dayText().nullable().default(null),
  difference: minorText().nullable().default(null),
  /** Whether too little was stated, or too much. */
  direction: z.enum(['under', 'over']).default('under'),
  /** By when what was stated too little is to be paid. */
  dueOn: dayText().nullable().default(null),
  words: text(2000),
  files: filesField(),
})
export type NewAuditWire = z.input<typeof NewAuditWire>

/** What becomes of what was stated and paid too much. */
export const overWays = ['refund', 'credit'] as const

export const AuditDecisionWire = z.strictObject({
  id: clientId(),
  way: z.enum(overWays),
  onDay: dayText(),
  reason: text(500),
})
export type AuditDecisionWire = z.input<typeof AuditDecisionWire>

export const AuditParamsWire = z.strictObject({ id: idText(), audit: idText() })

/** Of which contract statements and audits leave as a sheet; of all where none is named. */
export const RoyaltyFilterWire = z.object({ contract: idText().optional() })
export type RoyaltyFilterWire = z.output<typeof RoyaltyFilterWire>

export const AuditWire = z.object({
  id: z.string(),
  onDay: z.string(),
  outcome: z.enum(auditOutcomes),
  term: z.string().nullable(),
  periodFrom: z.string().nullable(),
  /** Above nought what was stated too little, below nought what was stated too much. */
  differenceMinor: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** The receivable that came of it. */
  receivableId: z.string().nullable(),
  words: z.string(),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
  madeName: z.string(),
  /** What was decided of what was stated too much, and how far it is done. */
  decided: z
    .object({
      way: z.enum(overWays),
      onDay: z.string(),
      reason: z.string(),
      madeName: z.string(),
      doneMinor: z.string(),
      leftMinor: z.string(),
    })
    .nullable(),
  /** Why it was taken back, where it was. */
  takenBack: z.string().nullable(),
})
export type AuditWire = z.infer<typeof AuditWire>
