import { z } from 'zod'
import { dayText, text } from '../../platform/text.ts'

/** What travels of centres, incubators and bases. */

const fields = {
  kind: text(40),
  name: text(200),
  place: text(200).nullable().optional(),
  partner: text(200).nullable().optional(),
  fromDay: dayText(),
  /** First day on which it is no longer. */
  toDay: dayText().nullable().optional(),
  remark: text(1000).nullable().optional(),
}
export const NewCarrierWire = z.strictObject(fields)
export type NewCarrierWire = z.input<typeof NewCarrierWire>

export const AmendCarrierWire = z.strictObject({
  ...fields,
  kind: fields.kind.optional(),
  name: fields.name.optional(),
  fromDay: fields.fromDay.optional(),
  reason: text(500),
})
export type AmendCarrierWire = z.input<typeof AmendCarrierWire>

/** What the list of carriers is narrowed by. */
export const CarrierFilterWire = z.strictObject({
  q: z.string().trim().min(1).max(100).optional(),
  kind: z.string().max(40).optional(),
  /** Whether it still runs today. */
  running: z.enum(['yes', 'no']).optional(),
})
export type CarrierFilterWire = z.output<typeof CarrierFilterWire>

export const CarrierWire = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  place: z.string().nullable(),
  partner: z.string().nullable(),
  fromDay: z.string(),
  toDay: z.string().nullable(),
  remark: z.string().nullable(),
})
export type CarrierWire = z.infer<typeof CarrierWire>
export const CarrierPageWire = z.object({ items: z.array(CarrierWire) })
export type CarrierPageWire = z.infer<typeof CarrierPageWire>
export const CarrierEnteredWire = z.object({ id: z.string() })
export const CarrierAmendedWire = z.object({ seq: z.int() })
