import { z } from 'zod'
import { clientId, dayText, text } from '../../platform/text.ts'

/** What travels of letters that ask for what is overdue. */

export const dunningWays = ['post', 'email', 'hand', 'other'] as const

export const NewDunningWire = z.strictObject({
  id: clientId(),
  /** The first asks, the second urges, the third announces further steps. */
  stage: z.enum(['1', '2', '3']),
  writtenOn: dayText(),
  payBy: dayText(),
  way: z.enum(dunningWays),
  words: text(2000).nullable().default(null),
})
export type NewDunningWire = z.input<typeof NewDunningWire>

export const StrikeDunningWire = z.strictObject({ reason: text(500) })

const LineWire = z.object({
  receivable: z.string(),
  label: z.string(),
  dueOn: z.string(),
  currency: z.string(),
  minor: z.string(),
})
export type DunningLineWire = z.infer<typeof LineWire>

export const DunningWire = z.object({
  id: z.string(),
  stage: z.int(),
  writtenOn: z.string(),
  payBy: z.string(),
  way: z.enum(dunningWays),
  lines: z.array(LineWire),
  words: z.string().nullable(),
  madeName: z.string(),
  struckOn: z.string().nullable(),
  struckReason: z.string().nullable(),
  struckName: z.string().nullable(),
})
export type DunningWire = z.infer<typeof DunningWire>

export const DunningListWire = z.object({ items: z.array(DunningWire) })
export type DunningListWire = z.infer<typeof DunningListWire>
export const DunningFilterWire = z.object({
  writtenFrom: dayText().optional(),
  writtenTo: dayText().optional(),
})
export type DunningFilterWire = z.output<typeof DunningFilterWire>
