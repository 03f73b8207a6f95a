import { z } from 'zod'
import { text } from '../../platform/text.ts'
import { registerNames } from './register-names.ts'

/** What travels of taking an import back. */

const perRegister = z.record(z.enum(registerNames), z.int())

/** Why an import cannot be taken back for the sake of one of its records. */
export const HindranceWire = z.object({
  register: z.enum(registerNames),
  recordId: z.string(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  /** `changed`: somebody changed the record since; else what refers to it, by its table. */
  why: z.string(),
  /** How many of that refer to it. */
  count: z.int(),
  by: z.string().nullable(),
  at: z.string().nullable(),
})
export type HindranceWire = z.infer<typeof HindranceWire>

/** What taking an import back would do, or why it cannot be. */
export const UndoPlanWire = z.object({
  withdrawn: perRegister,
  putBack: perRegister,
  /** Identity numbers that the import replaced: what stood before was not kept, so they stay. */
  idNumbersKept: z.int(),
  /** How many records stand in the way; the first of them follow. */
  hindered: z.int(),
  hindrances: z.array(HindranceWire),
})
export type UndoPlanWire = z.infer<typeof UndoPlanWire>

/** Takes an import back: so many records were looked at, and this is why. */
export const UndoWire = z.strictObject({
  records: z.int().min(0),
  reason: text(500),
})
export type UndoWire = z.input<typeof UndoWire>

/** What became of it. */
export const UndoneWire = UndoPlanWire.pick({
  withdrawn: true,
  putBack: true,
  idNumbersKept: true,
})
export type UndoneWire = z.infer<typeof UndoneWire>
