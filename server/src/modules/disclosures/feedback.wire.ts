import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { FileRefWire } from '../achievements/achievement.wire.ts'
import { interests } from './feedback.ts'

/** What travels of what companies said of an achievement. */

export const HearWire = z.strictObject({
  heardOn: dayText(),
  company: text(200),
  /** Who of the house asked. */
  askedBy: text(100),
  interest: z.enum(interests),
  words: text(4000),
  files: z.array(FileRefWire).max(20).default([]),
})
export type HearWire = z.input<typeof HearWire>

export const HeardWire = z.object({ id: z.string() })
export const FeedbackParamsWire = z.strictObject({ id: idText(), feedback: idText() })
export const StrikeFeedbackWire = z.strictObject({ reason: text(500) })

export const FeedbackWire = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      heardOn: z.string(),
      company: z.string(),
      askedBy: z.string(),
      interest: z.enum(interests),
      words: z.string(),
      files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
      madeName: z.string(),
      struck: z.object({ by: z.string(), reason: z.string() }).nullable(),
    }),
  ),
  mayWrite: z.boolean(),
})
export type FeedbackWire = z.infer<typeof FeedbackWire>

export const FeedbackFilterWire = z.object({
  achievement: idText().optional(),
  heardFrom: dayText().optional(),
  heardTo: dayText().optional(),
})
