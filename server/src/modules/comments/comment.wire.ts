import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'
import { FileRefWire } from '../achievements/achievement.wire.ts'

/** What travels of comments. */

export const OfRecordWire = z.strictObject({ kind: z.string().max(40), id: idText() })
export const CommentParamsWire = z.strictObject({ id: idText() })

const Mention = z.object({ person: z.string(), name: z.string() })

/** A comment as its readers see it. */
export const CommentWire = z.object({
  id: z.string(),
  by: z.string(),
  isMine: z.boolean(),
  body: z.string(),
  mentions: z.array(Mention),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
  at: z.string(),
  editedAt: z.string().nullable(),
  /** What it said before, oldest first. */
  earlier: z.array(z.object({ body: z.string(), at: z.string() })),
  struck: z.object({ at: z.string(), by: z.string() }).nullable(),
  mayReword: z.boolean(),
  mayStrike: z.boolean(),
})
export type CommentWire = z.infer<typeof CommentWire>

export const CommentsWire = z.object({
  /** Of a closed case, whose comments only those who handle it read. */
  isClosed: z.boolean(),
  items: z.array(CommentWire),
})
export type CommentsWire = z.infer<typeof CommentsWire>

/** The words of a comment, and whom it speaks to. */
export const RewordWire = z.strictObject({
  body: text(4000),
  mentions: z.array(idText()).max(20).default([]),
})
export type RewordWire = z.input<typeof RewordWire>

/** A comment, and the files that come with it. */
export const SayWire = RewordWire.extend({ files: z.array(FileRefWire).max(10).default([]) })
export type SayWire = z.input<typeof SayWire>

export const SaidWire = z.object({ id: z.string() })

export const PeopleQueryWire = z.strictObject({ q: z.string().trim().max(40).default('') })

/** Those who may be spoken to about a record. */
export const AudienceWire = z.object({ items: z.array(Mention) })
export type AudienceWire = z.infer<typeof AudienceWire>
