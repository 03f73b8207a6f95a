import { z } from 'zod'
import { idText } from '../../platform/text.ts'

/** The name of a form: where it is, and what it records. */
const Form = z.string().regex(/^[a-zA-Z0-9/-]{1,120}$/)

/** Addresses a draft of the caller. */
export const DraftQueryWire = z.strictObject({ form: Form })

/** The most a draft may hold, as JSON. */
const most = 100_000

/** What was typed; the last that comes is what is kept. `device` tells the phone from the desk. */
export const KeepDraftWire = z.strictObject({
  form: Form,
  device: idText(),
  value: z.record(z.string(), z.unknown()).refine((value) => JSON.stringify(value).length <= most, {
    error: '草稿过长 / the draft is too long',
    params: { rule: 'draft-length' },
  }),
})
export type KeepDraftWire = z.input<typeof KeepDraftWire>

/** When it was kept. */
export const DraftKeptWire = z.object({ at: z.string() })
export type DraftKeptWire = z.infer<typeof DraftKeptWire>

/** What the caller typed last into a form, on whatever device; null when there is nothing. */
export const DraftWire = z.object({
  draft: z
    .object({ value: z.record(z.string(), z.unknown()), device: z.string(), at: z.string() })
    .nullable(),
})
export type DraftWire = z.infer<typeof DraftWire>
