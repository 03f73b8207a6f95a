import { z } from 'zod'
import { dayText, text } from '../../platform/text.ts'

/** What travels of the day since which the institution deals on the platform. */

export const ProposeStartWire = z.strictObject({ from: dayText(), reason: text(1000) })
export type ProposeStartWire = z.output<typeof ProposeStartWire>

/** Which proposal is meant: the one that was read. */
export const AnswerStartWire = z.strictObject({ seq: z.int().min(1) })

export const StartDoneWire = z.object({ seq: z.int() })

const Step = z.object({
  seq: z.int(),
  kind: z.enum(['proposed', 'withdrawn', 'confirmed']),
  from: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
})

export const StartWire = z.object({
  /** The day that holds; null while none was confirmed. */
  since: z.string().nullable(),
  /** What waits for a second person, and whether the reader proposed it. */
  waiting: Step.extend({ isMine: z.boolean() }).nullable(),
  /** All that was said of it, newest first. */
  items: z.array(Step),
})
export type StartWire = z.infer<typeof StartWire>
