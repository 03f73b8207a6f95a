import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { engagementKinds } from './adviser.ts'

/** What travels of people from outside who work for the house part of their time. */

export const NewEngagementWire = z.strictObject({
  kind: z.enum(engagementKinds),
  /** Where they come from. */
  home: text(200).nullable().default(null),
  /** The department they work for; none for the institution itself. */
  unitId: idText().nullable().default(null),
  task: text(500),
  fromDay: dayText(),
  /** The last day; none where none was agreed. */
  untilDay: dayText().nullable().default(null),
})
export type NewEngagementWire = z.input<typeof NewEngagementWire>

export const EngagementWire = z.object({
  id: z.string(),
  kind: z.enum(engagementKinds),
  home: z.string().nullable(),
  unit: z.string().nullable(),
  task: z.string(),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
  state: z.enum(['coming', 'current', 'ended']),
})
export type EngagementWire = z.infer<typeof EngagementWire>
export const EngagementsWire = z.object({ items: z.array(EngagementWire) })
export type EngagementsWire = z.infer<typeof EngagementsWire>

export const AdviserWire = EngagementWire.extend({
  person: z.object({ id: z.string(), name: z.string() }),
})
export type AdviserWire = z.infer<typeof AdviserWire>
export const AdvisersWire = z.object({ items: z.array(AdviserWire) })
export type AdvisersWire = z.infer<typeof AdvisersWire>

export const AdviserFilterWire = z.object({
  state: z.enum(['coming', 'current', 'ended']).optional(),
})
export type AdviserFilterWire = z.output<typeof AdviserFilterWire>

export const EngagementParamsWire = z.strictObject({ id: idText(), engagement: idText() })
export const AnnulEngagementWire = z.strictObject({ reason: text(500) })
export const EngagementEnteredWire = z.object({ id: z.string() })
