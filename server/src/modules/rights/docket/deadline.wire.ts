import { z } from 'zod'
import { clientId, idText, text } from '../../../platform/text.ts'

/** What travels of the deadlines that people set, over all rights. */

/** The most deadlines one page shows, and says so: those of a large office in some years. An export has all. */
export const mostShown = 2000

export const DeadlineFilterWire = z.object({
  q: z.string().trim().min(1).max(100).optional(),
  holder: z.string().trim().min(1).max(100).optional(),
  /** Over already, or with somebody who has left. */
  state: z.enum(['over', 'left']).optional(),
})
export type DeadlineFilterWire = z.output<typeof DeadlineFilterWire>

export const OpenDeadlineWire = z.object({
  id: z.string(),
  right: z.string(),
  number: z.string().nullable(),
  rightTitle: z.string(),
  title: z.string(),
  dueOn: z.string(),
  personId: z.string().nullable(),
  personName: z.string(),
  hasLeft: z.boolean(),
})
export type OpenDeadlineWire = z.infer<typeof OpenDeadlineWire>

export const DeadlineListWire = z.object({
  today: z.string(),
  items: z.array(OpenDeadlineWire),
  /** Everybody who holds one that is open, with how many, whatever the filter. */
  holders: z.array(
    z.object({
      personId: z.string().nullable(),
      personName: z.string(),
      deadlines: z.int(),
      hasLeft: z.boolean(),
    }),
  ),
})
export type DeadlineListWire = z.infer<typeof DeadlineListWire>

/** All open deadlines of one holder go to another. */
export const HandOverWire = z.strictObject({
  id: clientId(),
  from: z.strictObject({ person: idText().nullable(), personName: text(100) }),
  to: z.strictObject({ person: idText().optional(), personName: text(100) }),
  /** How many there are, as they were looked at. */
  deadlines: z.int().min(1).max(5000),
  reason: text(500),
})
export type HandOverWire = z.input<typeof HandOverWire>
