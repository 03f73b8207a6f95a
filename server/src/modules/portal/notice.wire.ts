import { isIdentityNumber } from '@yizhuan/kit'
import { z } from 'zod'
import { dayCursor, idText, text } from '../../platform/text.ts'

const NoticeKind = z.enum([
  'deal',
  'plan',
  'change',
  'empowerment',
  'use_first',
  'abandonment',
  'rectification',
])

/** What the public reads and writes without an account. Nothing here was not published. */

/** A notice in the list. */
export const NoticeLineWire = z.object({
  id: z.string(),
  institution: z.string(),
  kind: NoticeKind,
  title: z.string(),
  publishedOn: z.string(),
  endsOn: z.string().nullable(),
  state: z.enum(['running', 'suspended', 'ended', 'superseded']),
  daysLeft: z.int().nullable(),
})
export type NoticeLineWire = z.infer<typeof NoticeLineWire>

/** Newest first; `cursor` is what the page before answered. */
export const NoticeQueryWire = z.strictObject({
  cursor: dayCursor().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  state: z.enum(['running', 'suspended', 'ended', 'superseded']).optional(),
  kind: NoticeKind.optional(),
  /** A part of the title or of the institution's name. */
  q: text(100).optional(),
})

/** A page of notices. */
export const NoticePageWire = z.object({
  items: z.array(NoticeLineWire),
  nextCursor: z.string().optional(),
})
export type NoticePageWire = z.infer<typeof NoticePageWire>

/** One notice, whole. `day` counts from the day after publication; the last day is included. */
export const NoticeWire = NoticeLineWire.extend({
  today: z.string(),
  day: z.int().nullable(),
  days: z.int().nullable(),
  content: z.record(z.string(), z.unknown()),
  contentHash: z.string(),
  objectable: z.boolean(),
})
export type NoticeWire = z.infer<typeof NoticeWire>

/** Addresses one notice. */
export const NoticeParamsWire = z.strictObject({ id: idText() })

/** An objection in one's own name. An anonymous message is kept as a tip and suspends nothing. */
export const ObjectWire = z
  .strictObject({
    name: text(60, { min: 2 }).optional(),
    idNumber: z
      .string()
      .trim()
      .toUpperCase()
      .refine(isIdentityNumber, {
        message:
          '身份证号须为18位且校验码正确 / an ID number has 18 characters, the last a check digit',
      })
      .optional(),
    contact: text(120, { min: 5 }).optional(),
    text: text(4000, { min: 5 }),
    anonymous: z.boolean().default(false),
  })
  .superRefine((value, context) => {
    if (value.anonymous) return
    for (const field of ['name', 'contact'] as const) {
      if (value[field] !== undefined) continue
      context.addIssue({
        code: 'custom',
        path: [field],
        message: '实名异议须填写此项 / needed for an objection in one’s own name',
      })
    }
  })
export type ObjectWire = z.input<typeof ObjectWire>

/** The receipt of an objection or a tip. */
export const ObjectedWire = z.object({
  id: z.string(),
  kind: z.enum(['objection', 'tip']),
  suspended: z.boolean(),
  receivedOn: z.string(),
  /** The entry of the case that recorded it, and the hash of that entry. */
  recordedAs: z.int(),
  entryHash: z.string(),
})
export type ObjectedWire = z.infer<typeof ObjectedWire>

/**
 * What a reader needs to check the notice alone: the canonical content, its hash, and the hash of
 * the entry of the case that recorded the publication.
 */
export const ProofWire = z.object({
  id: z.string(),
  canonical: z.string(),
  contentHash: z.string(),
  matches: z.boolean(),
  entryHash: z.string(),
  recordedAs: z.int(),
})
export type ProofWire = z.infer<typeof ProofWire>
