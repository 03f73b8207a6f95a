import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'

/** What travels of mail that is brought in. */

/** The kinds of records that mail is filed with. */
export const filedWith = ['right', 'achievement', 'case', 'contract'] as const
export const letterStates = ['waiting', 'filed', 'drafted', 'aside'] as const

const RecordWire = z.object({
  kind: z.enum(filedWith),
  id: z.string(),
  name: z.string(),
  path: z.string(),
})

/** One line of the list. */
export const LetterLineWire = z.object({
  id: z.string(),
  subject: z.string(),
  from: z.string(),
  sentAt: z.string().nullable(),
  files: z.int(),
  state: z.enum(letterStates),
  broughtAt: z.string(),
  broughtBy: z.string(),
})
export type LetterLineWire = z.infer<typeof LetterLineWire>

export const LettersFilterWire = z.object({
  state: z.enum(['waiting', 'settled']).default('waiting'),
})
export const LettersQueryWire = LettersFilterWire.extend({
  cursor: idText().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const LettersWire = z.object({
  items: z.array(LetterLineWire),
  nextCursor: z.string().optional(),
})
export type LettersWire = z.infer<typeof LettersWire>

/** A message as it is shown: words only. */
export const LetterWire = LetterLineWire.omit({ files: true }).extend({
  to: z.string(),
  text: z.string(),
  message: z.object({ sha256: z.string(), name: z.string(), size: z.int() }),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
  /** Where it may belong, the likeliest first, and by what. */
  proposals: z.array(
    RecordWire.extend({ by: z.string(), place: z.enum(['subject', 'attachment', 'text']) }),
  ),
  settled: z
    .object({
      at: z.string(),
      by: z.string(),
      reason: z.string().nullable(),
      record: RecordWire.nullable(),
      /** Whether whoever asks may take it back. */
      mayTakeBack: z.boolean(),
    })
    .nullable(),
})
export type LetterWire = z.infer<typeof LetterWire>

const ToRecordWire = z.strictObject({ kind: z.enum(filedWith), id: idText() })

export const BringLettersWire = z.strictObject({
  files: z
    .array(z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: text(255) }))
    .min(1)
    .max(20),
  /** The record whose page they were dropped on: they are filed with it at once. */
  to: ToRecordWire.optional(),
})
export type BringLettersWire = z.infer<typeof BringLettersWire>

/** What became of each file. */
export const BroughtWire = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      outcome: z.enum(['waiting', 'filed', 'known', 'notMail', 'tooMany', 'notStored']),
      /** The message, for whoever may read it. */
      id: z.string().nullable(),
    }),
  ),
})
export type BroughtWire = z.infer<typeof BroughtWire>

export const FileLetterWire = ToRecordWire
export const SetAsideWire = z.strictObject({ reason: text(500) })
export const LetterParamsWire = z.strictObject({ id: idText() })
export const DoneWire = z.object({ id: z.string() })
