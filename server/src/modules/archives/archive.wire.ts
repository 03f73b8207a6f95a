import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'

export const archiveStates = [
  'proposed',
  'refused',
  'waiting',
  'making',
  'ready',
  'failed',
  'expired',
] as const
export type ArchiveState = (typeof archiveStates)[number]

/** One archive: who ordered it, who approved it, and where it stands. */
export const ArchiveWire = z.object({
  id: z.string(),
  state: z.enum(archiveStates),
  reason: z.string(),
  orderedName: z.string(),
  orderedAt: z.string(),
  /** Whether the caller ordered it, and so does not decide on it. */
  isOwn: z.boolean(),
  decidedName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** Whether sealed personal data goes along, under a passphrase. */
  isSealed: z.boolean(),
  done: z.int(),
  ofAll: z.int(),
  size: z.string().nullable(),
  sha256: z.string().nullable(),
  tables: z.int().nullable(),
  rows: z.string().nullable(),
  files: z.int().nullable(),
  madeAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  /** Why it could not be made, in the words of the service. */
  trouble: z.string().nullable(),
})
export type ArchiveWire = z.infer<typeof ArchiveWire>

export const ArchivesWire = z.object({ items: z.array(ArchiveWire) })
export type ArchivesWire = z.infer<typeof ArchivesWire>

export const OrderArchiveWire = z.strictObject({
  reason: text(500),
  /** Without one, sealed personal data and passwords stay behind. */
  passphrase: z.string().min(12).max(200).optional(),
})
export type OrderArchiveWire = z.input<typeof OrderArchiveWire>

export const DecideArchiveWire = z.strictObject({ approve: z.boolean() })
export const ArchiveParamsWire = z.strictObject({ id: idText() })
export const OrderedArchiveWire = z.object({ id: z.string() })
