import { z } from 'zod'
import { idText, text } from './text.ts'

/** What travels of the evidence of a record. */

export const RecordFileWire = z.object({
  id: z.string(),
  sha256: z.string(),
  name: z.string(),
  size: z.int(),
  /** What it shows, in the words of who filed it. */
  note: z.string().nullable(),
  addedAt: z.string(),
  addedBy: z.string(),
  /** Why and by whom it was taken off; it stays readable. */
  takenOff: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
})
export type RecordFileWire = z.infer<typeof RecordFileWire>

export const RecordFilesWire = z.object({
  items: z.array(RecordFileWire),
  /** Whether whoever asks files evidence here. */
  mayFile: z.boolean(),
})
export type RecordFilesWire = z.infer<typeof RecordFilesWire>

export const FileEvidenceWire = z.strictObject({
  files: z
    .array(
      z.strictObject({
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        name: text(255),
        size: z.int().positive(),
      }),
    )
    .min(1)
    .max(20),
  note: text(500).nullable(),
})
export type FileEvidenceWire = z.infer<typeof FileEvidenceWire>

export const RecordFileParamsWire = z.strictObject({ id: idText(), file: idText() })
export const TakeOffWire = z.strictObject({ reason: text(500) })
