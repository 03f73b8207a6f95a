import { z } from 'zod'
import { answers } from './text-import.ts'

/** What travels of official texts: what an import found, and what people answer to doubts. */

const kinds = [
  'paragraph-boundary',
  'numbering',
  'cross-reference-at-line-start',
  'page-number',
  'page-head',
  'repeated-line',
  'hyphen',
  'odd-character',
] as const

const Answer = z.object({
  answer: z.enum(answers),
  correction: z.string().nullable(),
  name: z.string(),
  at: z.string(),
})

/** A doubt at its line, with the newest answer. */
export const DoubtWire = z.object({
  line: z.int(),
  kind: z.enum(kinds),
  note: z.string(),
  text: z.string(),
  before: z.string(),
  answer: Answer.nullable(),
})
export type DoubtWire = z.infer<typeof DoubtWire>

/** The newest text of a document: where it is from, and what is doubted in it. */
export const TextImportWire = z.object({
  text: z
    .object({
      format: z.enum(['txt', 'docx', 'pdf', 'html']).nullable(),
      fileName: z.string().nullable(),
      fileSha256: z.string().nullable(),
      importedAt: z.string(),
      importedName: z.string().nullable(),
      articles: z.int(),
    })
    .nullable(),
  doubts: z.array(DoubtWire),
  open: z.int(),
})
export type TextImportWire = z.infer<typeof TextImportWire>

/** An answer to a doubt; a corrected line says what it reads, and may be empty. */
export const AnswerDoubtWire = z.strictObject({
  line: z.int().min(0).max(1_000_000),
  kind: z.enum(kinds),
  answer: z.enum(answers),
  correction: z.string().max(2000).nullable().default(null),
})
export type AnswerDoubtWire = z.input<typeof AnswerDoubtWire>
