import { z } from 'zod'

/** What travels of packs, documents, norms and assessments. */

const Words = z.object({ zh: z.string(), en: z.string() })
const Open = z.record(z.string(), z.unknown())

/** A legal document in the library. */
export const PolicyWire = z.object({
  id: z.string(),
  pack: z.string(),
  title: Words,
  number: z.string().optional(),
  /** Where it holds: CN for the nation, CN-GD for a province. */
  jurisdiction: z.string(),
  place: Words,
  /** What it is worth today; a superseded one belongs to a pack that another took the place of. */
  status: z.enum([
    'draft',
    'in-force',
    'not-yet',
    'expired',
    'repealed',
    'superseded',
    'background',
  ]),
  /** Law outside the documents the product was built on: not compared with the official gazette. */
  isExternal: z.boolean(),
  /** Encoded without a text at hand. */
  lacksText: z.boolean(),
  issuers: z.array(z.string()),
  issued: z.string().optional(),
  inForceFrom: z.string().optional(),
  /** First day on which it is no longer in force. */
  inForceTo: z.string().optional(),
  /** The day by which somebody is to look again. */
  nextReview: z.string().optional(),
  articles: z.int(),
  norms: z.int(),
  imported: z.boolean(),
  /** Its binding clauses: encoded, left out with a reason, or open. */
  coverage: z.object({ binding: z.int(), encoded: z.int(), waived: z.int(), open: z.int() }),
})
export type PolicyWire = z.infer<typeof PolicyWire>

/** The library. */
export const PolicyPageWire = z.object({ items: z.array(PolicyWire) })
export type PolicyPageWire = z.infer<typeof PolicyPageWire>

/** A norm that cites an article, as a sentence. */
export const CitingNormWire = z.object({
  id: z.string(),
  title: Words,
  sentence: Words,
  force: z.enum(['must', 'should']),
  at: z.array(z.string()),
  /** How many worked examples try it. */
  examples: z.int(),
})
export type CitingNormWire = z.infer<typeof CitingNormWire>

/** A number that an article sets, with its days. */
export const CitingParameterWire = z.object({
  id: z.string(),
  label: Words,
  bound: z.string(),
  value: z.string(),
  /** Absent where a draft names no first day. */
  from: z.string().optional(),
  to: z.string().optional(),
  provenance: z.string(),
  /** Whether somebody has compared it with its source. */
  verified: z.boolean(),
  at: z.string(),
})
export type CitingParameterWire = z.infer<typeof CitingParameterWire>

/** An ambiguous clause of an article, and how it is read where nobody chose otherwise. */
export const CitingReadingWire = z.object({
  id: z.string(),
  label: Words,
  question: Words,
  reading: Words,
  others: z.int(),
  at: z.string(),
})
export type CitingReadingWire = z.infer<typeof CitingReadingWire>

/** A binding clause: what encodes it, or why nothing does. */
export const ClauseWire = z.object({
  at: z.string(),
  label: Words,
  state: z.enum(['encoded', 'waived', 'open']),
  reason: Words.optional(),
})
export type ClauseWire = z.infer<typeof ClauseWire>

/** An article with its digest, what cites it, and the official text where it was imported. */
export const ArticleWire = z.object({
  at: z.string(),
  label: Words,
  digest: Words.optional(),
  norms: z.array(CitingNormWire),
  parameters: z.array(CitingParameterWire),
  readings: z.array(CitingReadingWire),
  clauses: z.array(ClauseWire),
  text: z.string().optional(),
  /** Whether the imported text is the one that was encoded. */
  fingerprint: z.enum(['same', 'differs', 'not-imported', 'not-cited']),
})
export type ArticleWire = z.infer<typeof ArticleWire>

/** One document with its articles. */
export const PolicyDetailWire = PolicyWire.extend({ list: z.array(ArticleWire) })
export type PolicyDetailWire = z.infer<typeof PolicyDetailWire>

/** An official text as pasted or read from a file. */
export const ImportTextWire = z.strictObject({ text: z.string().min(20).max(2_000_000) })

/** What an import found. */
export const ImportedTextWire = z.object({
  articles: z.int(),
  doubts: z.array(z.object({ at: z.int(), kind: z.string(), note: z.string() })),
})
export type ImportedTextWire = z.infer<typeof ImportedTextWire>

const Rule = z.strictObject({
  param: z.string(),
  from: z.iso.date(),
  to: z.iso.date().optional(),
  value: z.union([z.string(), z.number()]),
  by: z.string().max(200),
  basis: z.string().max(500),
})

/** The same question as `yizhuan law assess`. */
export const AssessWire = z.strictObject({
  packs: z.array(z.string()).min(1).max(10),
  facts: Open,
  asOf: z.iso.date(),
  rules: z.array(Rule).max(100).optional(),
  readings: z.record(z.string(), z.string()).optional(),
})

/** Two assessments set side by side. */
export const CompareWire = z.strictObject({ before: AssessWire, after: AssessWire })

export const AssessmentWire = Open
export const FactListWire = z.array(Open)

/** One pack or several, as in `?pack=a&pack=b`. */
export const PacksQueryWire = z.strictObject({
  pack: z
    .union([z.string().max(60), z.array(z.string().max(60)).max(10)])
    .transform((given) => [given].flat())
    .optional(),
})

/** The same question as `yizhuan law explain`: a norm by itself, or on facts as of a day. */
export const ExplainWire = z
  .strictObject({
    norm: z.string().max(80),
    packs: AssessWire.shape.packs,
    facts: Open.optional(),
    asOf: z.iso.date().optional(),
    rules: AssessWire.shape.rules,
    readings: AssessWire.shape.readings,
    lang: z.enum(['zh', 'en']).default('zh'),
  })
  .refine(({ facts, asOf }) => facts === undefined || asOf !== undefined, {
    path: ['asOf'],
    message: '有事实时须给出日期 / needed together with facts',
  })

/** A norm explained. */
export const ExplanationWire = z.object({
  norm: z.string(),
  sentence: z.string(),
  cites: z.array(Open).optional(),
  status: z.string().optional(),
  why: z.unknown().optional(),
  otherReadings: z.array(Open).optional(),
})

const World = z.object({ packs: z.string(), hash: z.string(), asOf: z.string() })

/** What differs between two assessments, by topic. */
export const ComparisonWire = z.object({
  before: World,
  after: World,
  differences: z.array(
    z.object({
      topic: z.string(),
      before: z.string(),
      after: z.string(),
      norms: z.array(z.string()),
    }),
  ),
})

/** Reports on packs: the same JSON as `yizhuan law lint`, `law test` and `law coverage`. */
export const PackReportsWire = z.array(z.looseObject({ pack: z.string() }))

/** Which packs to test, and whether to mutate them, which takes seconds. */
export const TestWire = z.strictObject({
  packs: z.array(z.string().max(60)).max(10).default([]),
  mutants: z.boolean().default(true),
})

/** A legal text to read into addresses; nothing is kept. */
export const ReadTextWire = z.strictObject({
  text: z.string().min(1).max(2_000_000),
  file: z.string().max(200).default('text'),
})

/** What was found in a text: the same JSON as `yizhuan law import`. */
export const TextReportWire = z.looseObject({ file: z.string(), articles: z.int() })

export const NormWire = CitingNormWire.omit({ examples: true }).extend({
  pack: z.string(),
  requiredFor: z.array(z.string()),
})
