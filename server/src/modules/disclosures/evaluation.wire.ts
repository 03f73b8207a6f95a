import { z } from 'zod'
import { dayText, fenFromNought, idText, text } from '../../platform/text.ts'
import { FileRefWire } from '../achievements/achievement.wire.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Labels = z.record(z.string(), Words)

const PriorArtWire = z.strictObject({
  reference: text(500),
  relevance: z.enum(['x', 'y', 'a']),
  words: text(2000).nullable().default(null),
})

/** An evaluation to be recorded; scores from 0 to 5 by the criteria of its kind. */
export const EvaluateWire = z.strictObject({
  kind: text(40),
  heldOn: dayText(),
  evaluator: text(200),
  scores: z.record(text(40), z.int().min(0).max(5)).default({}),
  outcome: text(40).nullable().default(null),
  reason: text(40).nullable().default(null),
  words: text(4000).nullable().default(null),
  valueFen: fenFromNought().nullable().default(null),
  files: z.array(FileRefWire).max(20),
  priorArt: z.array(PriorArtWire).max(50).default([]),
  /** The version that it corrects, and why that was wrong. */
  correction: z
    .strictObject({ of: idText(), why: text(1000) })
    .nullable()
    .default(null),
})
export type EvaluateWire = z.input<typeof EvaluateWire>

export const EvaluatedWire = z.object({ id: z.string(), seq: z.int() })

/** The evaluations of an achievement, and the lists they are told by. */
export const EvaluationsWire = z.object({
  /** Every version, those that were corrected among them. */
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      heldOn: z.string(),
      evaluator: z.string(),
      scores: z.record(z.string(), z.number()),
      outcome: z.string().nullable(),
      reason: z.string().nullable(),
      words: z.string().nullable(),
      valueFen: z.string().nullable(),
      files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
      priorArt: z.array(
        z.object({
          reference: z.string(),
          relevance: z.enum(['x', 'y', 'a']),
          words: z.string().nullable(),
        }),
      ),
      corrects: z.string().nullable(),
      correctionReason: z.string().nullable(),
      /** The version that took its place. */
      correctedBy: z.string().nullable(),
      madeAt: z.string(),
      madeBy: z.string().nullable(),
    }),
  ),
  kinds: z.array(
    z.object({
      code: z.string(),
      label: Words,
      cite: z.string().optional(),
      criteria: Labels,
    }),
  ),
  outcomes: Labels,
  reasons: Labels,
})
export type EvaluationsWire = z.infer<typeof EvaluationsWire>

/** Which evaluations leave as a list. */
export const EvaluationFilterWire = z.object({
  achievement: idText().optional(),
  kind: text(40).optional(),
  heldFrom: dayText().optional(),
  heldTo: dayText().optional(),
})
export type EvaluationFilterWire = z.output<typeof EvaluationFilterWire>

/** The review before a patent is applied for: which text asks for it, and what is missing of what was filed. */
export const FilingReviewWire = z.object({
  /** Null where no text asks for it here. */
  asked: z
    .object({ title: Words, isDraft: z.boolean(), from: z.string().nullable(), cite: z.string() })
    .nullable(),
  /** What the last review that stands said; null where there was none. */
  outcome: z.string().nullable(),
  isFiled: z.boolean(),
  gaps: z.array(
    z.object({
      id: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      filedOn: z.string(),
      gap: z.enum(['unreviewed', 'against']),
    }),
  ),
})
export type FilingReviewWire = z.infer<typeof FilingReviewWire>
