import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { FileRefWire } from '../cases/case.wire.ts'

/** What travels about papers. The web client imports this file and no other of this module. */

const Words = z.object({ zh: z.string(), en: z.string() })

const RunWire = z.object({
  text: z.string(),
  /** The field whose value is missing. */
  blank: z.string().optional(),
  lines: z.int().optional(),
})
const Runs = z.array(RunWire)

/** What stands on a page, from above. */
export const BlockWire = z.discriminatedUnion('is', [
  z.object({ is: z.literal('heading'), runs: Runs }),
  z.object({ is: z.literal('text'), runs: Runs, at: z.enum(['body', 'left', 'right']) }),
  z.object({ is: z.literal('facts'), rows: z.array(z.object({ name: z.string(), runs: Runs })) }),
  z.object({
    is: z.literal('rows'),
    columns: z.array(z.string()),
    figures: z.array(z.boolean()),
    rows: z.array(z.array(Runs)),
    foot: z.array(Runs),
  }),
  z.object({ is: z.literal('articles'), runs: Runs }),
  z.object({ is: z.literal('sign'), who: z.array(z.string()) }),
  z.object({ is: z.literal('seal'), who: Runs, on: Runs }),
])
export type BlockWire = z.infer<typeof BlockWire>

/** A fact a paper needs and the record does not hold; some are written in by hand. */
export const MissingWire = z.object({ field: z.string(), label: Words, isByHand: z.boolean() })
export type MissingWire = z.infer<typeof MissingWire>

const Formats = z.enum(['docx', 'pdf'])

/** A paper as made: a file kept under its hash, after which act and under which law. */
export const MadeWire = z.object({
  id: z.string(),
  paper: z.string(),
  title: Words,
  /** The act it goes with. */
  act: z.string(),
  format: Formats,
  file: z.object({ name: z.string(), sha256: z.string(), size: z.int() }),
  seq: z.int(),
  entryHash: z.string(),
  law: z.string(),
  /** The version of the institution's own template; absent for the standard. */
  templateVersion: z.int().optional(),
  /** How many facts it lacked, but for what is filled in by hand. */
  missing: z.int(),
  at: z.string(),
  by: z.string(),
})
export type MadeWire = z.infer<typeof MadeWire>

/** The papers of a case: those that may be made now, and those that were. */
export const CasePapersWire = z.object({
  now: z.array(
    z.object({
      id: z.string(),
      title: Words,
      act: z.string(),
      actLabel: Words,
      /** The act may come next: the paper goes with it. */
      isNext: z.boolean(),
      /** The act is in the record already: the paper says what was recorded. */
      isRecorded: z.boolean(),
      ownTemplate: z.int().optional(),
      missing: z.array(MissingWire),
    }),
  ),
  made: z.array(MadeWire),
})
export type CasePapersWire = z.infer<typeof CasePapersWire>

/** A paper with its facts, as the standard template shows it. */
export const PaperWire = z.object({
  id: z.string(),
  title: z.string(),
  institution: z.string(),
  blocks: z.array(BlockWire),
  missing: z.array(MissingWire),
  proof: z.string(),
  isDraft: z.boolean(),
  ownTemplate: z.int().optional(),
})
export type PaperWire = z.infer<typeof PaperWire>

export const CaseIdWire = z.strictObject({ id: idText() })
export const CasePaperWire = z.strictObject({ id: idText(), paper: z.string().max(60) })
/** `draft` is the act the paper goes with, as its form is filled in and before it is recorded. */
export const MakeWire = z.strictObject({
  format: Formats,
  draft: z
    .strictObject({
      type: z.string().regex(/^[a-zA-Z]{1,60}$/),
      on: dayText().optional(),
      data: z.record(z.string(), z.unknown()).default({}),
    })
    .optional(),
})
export type MakeWire = z.input<typeof MakeWire>

/** A template from a version on; without a file the standard one was put back. */
export const TemplateVersionWire = z.object({
  version: z.int(),
  file: z.object({ name: z.string(), sha256: z.string() }).optional(),
  at: z.string(),
  by: z.string(),
})
export type TemplateVersionWire = z.infer<typeof TemplateVersionWire>

const Placeholder = z.object({ name: z.string(), en: z.string() })

/** A paper there is: its placeholders and its templates, the newest first. */
export const PaperKindWire = z.object({
  id: z.string(),
  title: Words,
  procedure: z.string(),
  act: z.string(),
  actLabel: Words,
  placeholders: z.array(
    Placeholder.extend({ isByHand: z.boolean(), columns: z.array(Placeholder).optional() }),
  ),
  templates: z.array(TemplateVersionWire),
})
export type PaperKindWire = z.infer<typeof PaperKindWire>

export const PaperParamsWire = z.strictObject({ paper: z.string().max(60) })

/**
 * A template of the institution's own, uploaded before; or an earlier version again, by its number;
 * 0 is the standard. `expectedVersion` is the newest version the caller saw, 0 for none.
 */
export const ReplaceWire = z.strictObject({
  file: FileRefWire.extend({ name: text(200) }),
  expectedVersion: z.int().min(0).max(1_000_000),
})
export type ReplaceWire = z.input<typeof ReplaceWire>
export const BackWire = z.strictObject({
  version: z.int().min(0).max(1_000_000),
  expectedVersion: z.int().min(0).max(1_000_000),
})
export type BackWire = z.input<typeof BackWire>
