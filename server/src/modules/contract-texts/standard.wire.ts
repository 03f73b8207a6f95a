import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'
import {
  clauseKinds,
  conditions,
  contractTypes,
  forms,
  obligations,
  standardStates,
} from './standard.ts'

/** What travels of clauses and model contracts. */

/** The longest text of one clause. */
const mostOfClause = 8000

const types = () => z.array(z.enum(contractTypes)).min(1).max(contractTypes.length)

export const ClauseContentWire = z.strictObject({
  kind: z.enum(clauseKinds),
  types: types(),
  obligation: z.enum(obligations),
  conditions: z.array(z.enum(conditions)).max(conditions.length).default([]),
  norms: z.array(text(80)).max(20).default([]),
  zh: text(mostOfClause),
  headingEn: text(120).nullable().default(null),
  en: text(mostOfClause).nullable().default(null),
  guidance: text(1000).nullable().default(null),
})
export type ClauseContentWire = z.input<typeof ClauseContentWire>

/** `clauses` are ids; in a list that is brought they are the keys of its clauses. */
export const TemplateContentWire = z.strictObject({
  types: types(),
  title: text(120),
  titleEn: text(160).nullable().default(null),
  slots: z
    .array(
      z.strictObject({
        key: text(40).regex(/^[a-z0-9-]+$/),
        clauses: z.array(text(60)).min(1).max(8),
        isOptional: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(60),
})
export type TemplateContentWire = z.input<typeof TemplateContentWire>

/** A proposal: what a clause or a model contract is to say. One of the two is given. */
const told = {
  name: text(120),
  clause: ClauseContentWire.optional(),
  template: TemplateContentWire.optional(),
}
const isOne = { error: '请填写条款或范本之一 / give a clause or a model contract' }
const one = (body: { clause?: unknown; template?: unknown }) =>
  (body.clause === undefined) !== (body.template === undefined)

export const NewStandardWire = z
  .strictObject({ ...told, reason: text(500).nullable().default(null) })
  .refine(one, isOne)
export type NewStandardWire = z.input<typeof NewStandardWire>

export const NextVersionWire = z
  .strictObject({ ...told, reason: text(500), expectedVersion: z.int().min(1).optional() })
  .refine(one, isOne)
export type NextVersionWire = z.input<typeof NextVersionWire>

export const DecideWire = z.strictObject({
  items: z
    .array(z.strictObject({ id: idText(), version: z.int().min(1) }))
    .min(1)
    .max(100),
  verdict: z.enum(['approved', 'refused']),
  words: text(500).nullable().default(null),
})
export type DecideWire = z.input<typeof DecideWire>

export const ReasonWire = z.strictObject({ reason: text(500) })

/** A library as it goes from house to house: clauses before the model contracts that name their keys. */
export const BroughtWire = z.strictObject({
  items: z
    .array(z.strictObject({ key: text(60), ...told }).refine(one, isOne))
    .min(1)
    .max(200),
})
export type BroughtWire = z.input<typeof BroughtWire>
export const BroughtAnswerWire = z.object({
  entered: z.int(),
  versions: z.int(),
  /** Those that say what the library says already, or wait for a decision. */
  left: z.int(),
})
export type BroughtAnswerWire = z.infer<typeof BroughtAnswerWire>

export const StandardFilterWire = z.object({
  q: z.string().trim().min(1).max(100).optional(),
  form: z.enum(forms).optional(),
  kind: z.enum(clauseKinds).optional(),
  type: z.enum(contractTypes).optional(),
  obligation: z.enum(obligations).optional(),
  state: z.enum(standardStates).optional(),
})
export type StandardFilterWire = z.output<typeof StandardFilterWire>

export const StandardLineWire = z.object({
  id: z.string(),
  form: z.enum(forms),
  name: z.string(),
  kind: z.string().nullable(),
  types: z.array(z.string()),
  obligation: z.string().nullable(),
  state: z.enum(standardStates),
  inUse: z.int().nullable(),
  newest: z.int(),
  /** The version that awaits a decision, and who proposed it. */
  open: z.object({ version: z.int(), by: z.string(), person: z.string() }).nullable(),
  isSample: z.boolean(),
})
export type StandardLineWire = z.infer<typeof StandardLineWire>
export const StandardPageWire = z.object({ items: z.array(StandardLineWire) })
export type StandardPageWire = z.infer<typeof StandardPageWire>

const Words = z.object({ zh: z.string(), en: z.string() })

/** A norm that may ask for a clause, with its articles. */
export const NormWire = z.object({
  id: z.string(),
  title: Words,
  force: z.enum(['must', 'should']),
  isAdvisory: z.boolean(),
  /** Its text was not compared with the official one yet. */
  isUnconfirmed: z.boolean(),
  articles: z.array(z.object({ source: z.string(), at: z.string(), label: Words })),
})
export type NormWire = z.infer<typeof NormWire>

const ClauseShown = z.object({
  kind: z.enum(clauseKinds),
  types: z.array(z.enum(contractTypes)),
  obligation: z.enum(obligations),
  conditions: z.array(z.enum(conditions)),
  norms: z.array(z.string()),
  zh: z.string(),
  headingEn: z.string().nullable(),
  en: z.string().nullable(),
  guidance: z.string().nullable(),
})
export type ClauseShown = z.infer<typeof ClauseShown>

const TemplateShown = z.object({
  types: z.array(z.enum(contractTypes)),
  title: z.string(),
  titleEn: z.string().nullable(),
  slots: z.array(
    z.object({ key: z.string(), clauses: z.array(z.string()), isOptional: z.boolean() }),
  ),
})
export type TemplateShown = z.infer<typeof TemplateShown>

const made = z.object({ at: z.string(), by: z.string(), person: z.string() })

const StandardVersionWire = z.object({
  version: z.int(),
  name: z.string(),
  clause: ClauseShown.nullable(),
  template: TemplateShown.nullable(),
  reason: z.string().nullable(),
  made,
  verdict: z
    .object({ is: z.string(), words: z.string().nullable(), at: z.string(), by: z.string() })
    .nullable(),
})

export const StandardWire = StandardLineWire.extend({
  seq: z.int(),
  versions: z.array(StandardVersionWire),
  /** What its norms are called and where they stand, of those the law of the house has. */
  norms: z.array(NormWire),
  /** What the clauses of a model contract are called now. */
  clauses: z.array(z.object({ id: z.string(), name: z.string(), state: z.enum(standardStates) })),
  /** The model contracts that name a clause in the version in use. */
  usedBy: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type StandardWire = z.infer<typeof StandardWire>

/** What somebody chooses from when they write a clause. */
export const StandardChoicesWire = z.object({
  norms: z.array(NormWire),
  placeholders: z.array(z.object({ name: z.string(), en: z.string(), at: z.string() })),
  clauses: z.array(
    z.object({ id: z.string(), name: z.string(), kind: z.string(), types: z.array(z.string()) }),
  ),
})
export type StandardChoicesWire = z.infer<typeof StandardChoicesWire>

export const ProposedWire = z.object({ id: z.string(), version: z.int() })
export const DecidedWire = z.object({ decided: z.int() })
