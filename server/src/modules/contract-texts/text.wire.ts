import { z } from 'zod'
import { clientId, idText, text } from '../../platform/text.ts'
import { contractTypes } from './standard.ts'

/** What travels of contract texts. */

const Words = z.object({ zh: z.string(), en: z.string() })

export const NewTextWire = z
  .strictObject({
    id: clientId(),
    caseId: idText().nullable().default(null),
    contractId: idText().nullable().default(null),
    template: idText(),
    title: text(200).nullable().default(null),
  })
  .refine(({ caseId, contractId }) => (caseId === null) !== (contractId === null), {
    error: '请指定项目或合同之一 / name a case or a contract',
  })
export type NewTextWire = z.input<typeof NewTextWire>

/** What is to stand in a place of the next version. */
const PartWire = z.strictObject({
  slot: text(40).regex(/^[a-z0-9-]+$/),
  clause: idText().nullable(),
  /** Takes what the library has now, in place of the version the text has. */
  takesNewest: z.boolean().default(false),
  /** The text where it is to differ from the library. */
  edit: z
    .strictObject({
      name: text(120),
      zh: text(8000),
      headingEn: text(120).nullable().default(null),
      en: text(8000).nullable().default(null),
    })
    .nullable()
    .default(null),
  reason: text(500).nullable().default(null),
})

export const NextTextWire = z.strictObject({
  title: text(200),
  parts: z.array(PartWire).min(1).max(80),
  inputs: z.record(z.string().max(40), z.string().trim().max(2000)),
  note: text(500).nullable().default(null),
  expectedVersion: z.int().min(1),
})
export type NextTextWire = z.input<typeof NextTextWire>

export const NameTextWire = z.strictObject({
  version: z.int().min(1),
  reason: text(500).nullable().default(null),
})
export type NameTextWire = z.input<typeof NameTextWire>
export const UnnameTextWire = z.strictObject({ reason: text(500) })

export const TextMadeWire = z.object({ id: z.string(), version: z.int() })
const FileWire = z.object({ name: z.string(), sha256: z.string(), size: z.number() })
export const TextNamedWire = z.object({ version: z.int(), file: FileWire })

export const OfDealWire = z
  .strictObject({ case: idText().optional(), contract: idText().optional() })
  .refine((query) => (query.case === undefined) !== (query.contract === undefined), {
    error: '请指定项目或合同之一 / name a case or a contract',
  })

const made = z.object({ at: z.string(), by: z.string() })
const named = z
  .object({ version: z.int(), at: z.string(), by: z.string(), file: FileWire.nullable() })
  .nullable()

export const TextLineWire = z.object({
  id: z.string(),
  title: z.string(),
  type: z.enum(contractTypes),
  newest: z.int(),
  made,
  last: made,
  named,
  /** Facts that the newest version names became others since. */
  isStale: z.boolean(),
})
export type TextLineWire = z.infer<typeof TextLineWire>

export const TextsWire = z.object({
  items: z.array(TextLineWire),
  /** The model contracts in use, those for this deal first. */
  templates: z.array(z.object({ id: z.string(), name: z.string(), fits: z.boolean() })),
  mayDraft: z.boolean(),
})
export type TextsWire = z.infer<typeof TextsWire>

const PieceWire = z.object({ text: z.string(), blank: z.string().optional() })

/** A clause that may stand in a place. */
const ChoiceWire = z.object({
  clause: z.string(),
  name: z.string(),
  version: z.int(),
  fit: z.enum(['yes', 'no', 'open']),
  conditions: z.array(z.string()),
  obligation: z.string(),
  norms: z.array(z.object({ source: z.string(), at: z.string(), label: Words })),
  guidance: z.string().nullable(),
})
export type ChoiceWire = z.infer<typeof ChoiceWire>

export const TextPartWire = z.object({
  slot: z.string(),
  /** Number of the clause as it stands in the text; none where it is left out. */
  number: z.int().nullable(),
  clause: z.string().nullable(),
  version: z.int().nullable(),
  kind: z.string().nullable(),
  name: z.string(),
  headingEn: z.string().nullable(),
  zh: z.string(),
  en: z.string().nullable(),
  shown: z.array(PieceWire),
  shownEn: z.array(PieceWire).nullable(),
  isEdited: z.boolean(),
  reason: z.string().nullable(),
  isOptional: z.boolean(),
  choices: z.array(ChoiceWire),
  /** The library has a newer version in use. */
  newer: z.int().nullable(),
  /** What has to be looked at before the text can be named. */
  trouble: z.enum(['undecided', 'unfit']).nullable(),
})
export type TextPartWire = z.infer<typeof TextPartWire>

export const TextWire = z.object({
  id: z.string(),
  title: z.string(),
  type: z.enum(contractTypes),
  caseId: z.string().nullable(),
  contractId: z.string().nullable(),
  template: z.object({ id: z.string(), name: z.string() }),
  version: z.int(),
  newest: z.int(),
  note: z.string().nullable(),
  made,
  parts: z.array(TextPartWire),
  inputs: z.record(z.string(), z.string()),
  /** The inputs that the clauses of the text name, in their order. */
  asked: z.array(z.object({ name: z.string(), label: Words })),
  gaps: z.array(
    z.object({ name: z.string(), label: Words, at: z.string(), comesLater: z.boolean() }),
  ),
  /** What became other in the registers since this version was filled in. */
  changed: z.array(
    z.object({
      name: z.string(),
      label: Words,
      was: z.string().nullable(),
      is: z.string().nullable(),
    }),
  ),
  sumDiffers: z.object({ amount: z.string(), payments: z.string() }).nullable(),
  versions: z.array(
    z.object({ version: z.int(), note: z.string().nullable(), made, edited: z.int() }),
  ),
  named,
  namings: z.array(z.object({ version: z.int().nullable(), reason: z.string().nullable(), made })),
  /** Clauses in use that may be added beside those of the model contract. */
  others: z.array(ChoiceWire),
  mayDraft: z.boolean(),
})
export type TextWire = z.infer<typeof TextWire>

export const TextVersionParamsWire = z.strictObject({
  id: idText(),
  version: z.coerce.number().int().min(1),
})
export const TextFileParamsWire = TextVersionParamsWire.extend({ format: z.enum(['pdf', 'docx']) })
export const TextFileQueryWire = z.strictObject({
  /** Whether the English text stands below the Chinese, where there is one. */
  lang: z.enum(['zh', 'both']).default('zh'),
})

export const CompareQueryWire = z.strictObject({
  from: z.coerce.number().int().min(1),
  to: z.coerce.number().int().min(1),
})
export const ComparedWire = z.object({
  from: z.int(),
  to: z.int(),
  parts: z.array(
    z.object({
      slot: z.string(),
      name: z.string(),
      is: z.enum(['same', 'changed', 'added', 'gone']),
      words: z.array(z.object({ is: z.enum(['same', 'added', 'gone']), text: z.string() })),
      /** The English text, where either version has one. */
      wordsEn: z.array(z.object({ is: z.enum(['same', 'added', 'gone']), text: z.string() })),
      reason: z.string().nullable(),
    }),
  ),
})
export type ComparedWire = z.infer<typeof ComparedWire>
