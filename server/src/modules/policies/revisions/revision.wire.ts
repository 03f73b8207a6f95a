import { z } from 'zod'
import { text } from '../../../platform/text.ts'
import { ChangeWire } from './amendment.wire.ts'

/** What travels of the revisions of law packs. */

const Words = z.object({ zh: z.string(), en: z.string() })

/** One revision: who wrote and who published it, why, and what it changed. */
export const RevisionWire = z.object({
  revision: z.int(),
  hash: z.string(),
  origin: z.enum(['shipped', 'published']),
  change: z.enum(['law-changed', 'encoding-corrected']).nullable(),
  note: z.string().nullable(),
  authors: z.array(z.string()),
  reviewer: z.string().nullable(),
  recordedOn: z.string(),
  changes: z.array(ChangeWire),
})
export type RevisionWire = z.infer<typeof RevisionWire>

/** A pack with its revisions, newest first. */
export const PackWire = z.object({
  id: z.string(),
  title: Words,
  jurisdiction: z.string(),
  status: z.string(),
  newest: z.int(),
  revisions: z.array(RevisionWire),
  /** Files of the release that wait to be taken over. */
  release: z.object({ revision: z.int(), hash: z.string() }).nullable(),
  /** The amendment on its way; only officers are told. */
  amendment: z.object({ id: z.string(), state: z.string(), names: z.string() }).nullable(),
})
export type PackWire = z.infer<typeof PackWire>

/** All packs, and whether the caller may amend them. */
export const PackListWire = z.object({
  keeper: z.string().nullable(),
  mayAmend: z.boolean(),
  items: z.array(PackWire),
})
export type PackListWire = z.infer<typeof PackListWire>

export const RevisionParamsWire = z.strictObject({
  pack: text(60),
  revision: z.coerce.number().int().min(1).max(1_000_000),
})

/** The content of a revision, as the kernel takes it: with it anybody judges as it was judged here. */
export const RevisionContentWire = z.looseObject({ id: z.string(), revision: z.int() })
