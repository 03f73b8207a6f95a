import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { InclusionProofWire } from '../evidence/checkpoint.wire.ts'

/**
 * What travels about transfer cases. The web client imports this file and no other of this module.
 * Amounts are whole fen as decimal texts; days are ISO days in China.
 */

const Words = z.object({ zh: z.string(), en: z.string() })
const Open = z.record(z.string(), z.unknown())

/** One line of the list of cases. */
export const CaseLineWire = z.object({
  id: z.string(),
  number: z.string(),
  procedure: z.string(),
  title: z.string(),
  stage: z.string(),
  status: z.enum(['open', 'suspended', 'closed', 'ended']),
  achievementId: z.string().nullable(),
  mode: z.string().nullable(),
  pricing: z.string().nullable(),
  counterparty: z.string().nullable(),
  priceFen: z.string().nullable(),
  receivedFen: z.string(),
  distributedFen: z.string(),
  openedOn: z.string(),
  lastOn: z.string(),
  seq: z.int(),
  /** Who answers for it; null where nobody was named. */
  officerId: z.string().nullable(),
  officerName: z.string().nullable(),
})
export type CaseLineWire = z.infer<typeof CaseLineWire>

/** Filters of the list. */
export const CaseFilterWire = z.strictObject({
  procedure: z.string().max(40).optional(),
  stage: z.string().max(40).optional(),
  status: z.enum(['open', 'suspended', 'closed', 'ended']).optional(),
  /** Only the cases about one achievement. */
  achievementId: idText().optional(),
  /** Only those that a person is in charge of or helps with. */
  officer: idText().optional(),
  q: text(100).optional(),
})
export type CaseFilterWire = z.output<typeof CaseFilterWire>

/** A page of it; `cursor` is what the page before answered. */
export const CaseQueryWire = CaseFilterWire.extend({
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type CaseQueryWire = z.output<typeof CaseQueryWire>

/** A page of the list. */
export const CasePageWire = z.object({
  items: z.array(CaseLineWire),
  nextCursor: z.string().optional(),
})
export type CasePageWire = z.infer<typeof CasePageWire>

/** A file as an act names it; it must have been uploaded before. */
export const FileRefWire = z.strictObject({
  name: text(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().positive(),
})

/** The first act of a case; its data is checked by the procedure. */
export const OpenCaseWire = z.strictObject({
  procedure: z.string().max(40).default('transfer'),
  on: dayText().optional(),
  data: Open,
  files: z.array(FileRefWire).max(50).default([]),
})
export type OpenCaseWire = z.input<typeof OpenCaseWire>

/**
 * The next act of a case. `expectedSeq` is the number of the last act the caller saw: whoever is
 * late gets 409 with what changed. `role` says in which of several roles the caller acts.
 */
export const PostActWire = z.strictObject({
  type: z.string().regex(/^[a-zA-Z]{1,60}$/),
  on: dayText().optional(),
  data: Open.default({}),
  files: z.array(FileRefWire).max(50).default([]),
  /** Why the act is recorded later than it happened; needed where a deadline hangs on its day. */
  lateReason: text(500).optional(),
  expectedSeq: z.int().min(1),
  role: z.string().max(40).optional(),
  /** The person who is away and for whom the caller acts. */
  actingFor: idText().optional(),
})
export type PostActWire = z.input<typeof PostActWire>

/** What is known after an act was accepted. */
export const AcceptedWire = z.object({ id: z.string(), seq: z.int(), hash: z.string() })
export type AcceptedWire = z.infer<typeof AcceptedWire>

/** An entry of the record, as it is hashed. */
export const EntryWire = z.object({
  case: z.string(),
  seq: z.int(),
  type: z.string(),
  at: z.string(),
  on: z.string(),
  by: z.object({
    person: z.string(),
    name: z.string(),
    role: z.string(),
    /** Whose role it was, where somebody acted for a person who was away. */
    actingFor: z.object({ person: z.string(), name: z.string() }).optional(),
  }),
  data: Open,
  files: z.array(z.object({ name: z.string(), sha256: z.string(), size: z.int() })),
  /** What it carries is kept from the caller until the matter is decided. */
  withheld: z.boolean().optional(),
  lateReason: z.string().optional(),
  /** The revisions of the packs that it was judged by. */
  law: z.object({ id: z.string(), hash: z.string() }).optional(),
  prev: z.string(),
  hash: z.string(),
})
export type EntryWire = z.infer<typeof EntryWire>

/** A step of the stepper. */
export const StageWire = z.object({
  id: z.string(),
  label: Words,
  status: z.enum(['done', 'current', 'ahead', 'suspended']),
  on: z.string().optional(),
})
export type StageWire = z.infer<typeof StageWire>

/** An act that may come next, with the verdict of the law and who may do it. */
export const NextActWire = z.object({
  type: z.string(),
  action: z.string().nullable(),
  label: Words,
  can: z.enum(['yes', 'no', 'unknown']),
  because: z.array(z.unknown()),
  warnings: z.array(z.unknown()),
  missing: z.array(z.string()),
  whoMay: z.array(z.string()),
  mayI: z.boolean(),
  /** For whom I would act, where only somebody who is away holds the role. */
  actFor: z.object({ person: z.string(), name: z.string() }).optional(),
  /** First day it becomes possible, when only a waiting period is in the way. */
  opens: z.string().optional(),
})
export type NextActWire = z.infer<typeof NextActWire>

/** What somebody with the right role may read of an objection. */
export const ObjectionWire = z.object({
  id: z.string(),
  noticeId: z.string(),
  filedOn: z.string(),
  name: z.string(),
  contact: z.string(),
  idNumberMasked: z.string().nullable(),
  text: z.string(),
})

/** What was settled of commissioned work, line by line; costs stand below nought. */
const SettledWire = z.object({
  lines: z.array(
    z.object({ id: z.enum(['income', 'taxes', 'performance', 'ratio']), fen: z.string() }),
  ),
  netFen: z.string(),
})

/** A whole case: state, what comes next, what the law says, and the record. */
export const CaseWire = z.object({
  case: CaseLineWire,
  state: Open,
  today: z.string(),
  asOf: z.string(),
  stages: z.array(StageWire),
  next: z.array(NextActWire),
  assessment: Open,
  money: z.unknown().optional(),
  /** What the payment terms of its contract come to in fen, or `open`; none where none are entered. */
  agreedSum: z.string().optional(),
  /** The net income of commissioned work as its law counts it. */
  settled: SettledWire.optional(),
  timeline: z.array(EntryWire),
  files: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      size: z.int(),
      seq: z.int(),
      act: z.string(),
    }),
  ),
  objections: z.array(ObjectionWire),
  chain: z.object({
    ok: z.boolean(),
    length: z.int(),
    head: z.string(),
    brokenAt: z.int().optional(),
  }),
})
export type CaseWire = z.infer<typeof CaseWire>

/** Addresses one case; `asOf` shows it as it was known on an earlier day. */
export const CaseParamsWire = z.strictObject({ id: idText() })
export const AsOfWire = z.strictObject({ asOf: dayText().optional() })
export const ExplainParamsWire = z.strictObject({ id: idText(), norm: z.string().max(120) })
export const ExplainQueryWire = z.strictObject({
  lang: z.enum(['zh', 'en']).default('zh'),
  asOf: dayText().optional(),
})

const Cite = z.object({ source: z.string(), at: z.string() })

/** An ambiguous clause that a finding rests on, and what each reading of it would find. */
export const ReadingWire = z.object({
  id: z.string(),
  label: Words,
  question: Words,
  rationale: Words,
  cite: Cite,
  /** Who chose the reading for this institution, from which day on; absent for the default. */
  chosen: z.object({ by: z.string(), basis: z.string(), from: z.string() }).optional(),
  choices: z.array(
    z.object({ id: z.string(), text: Words, isOurs: z.boolean(), status: z.string() }),
  ),
})
export type ReadingWire = z.infer<typeof ReadingWire>

/** Why a finding is what it is: a tree of sentences with values, and the readings it rests on. */
export const WhyWire = z.object({
  norm: z.string(),
  sentence: z.string(),
  why: z.unknown(),
  readings: z.array(ReadingWire),
})
export type WhyWire = z.infer<typeof WhyWire>
/** Up to which day a proof is wanted; the newest checkpoint by default. */
export const ProofQueryWire = z.strictObject({ upTo: dayText().optional() })

/** A record to judge again, as `yizhuan case replay` does; one entry a line. */
export const ReplayWire = z.strictObject({
  record: z.string().min(1).max(8_000_000),
  asOf: dayText(),
  packs: z.array(z.string().max(60)).min(1).max(10).optional(),
  rules: z.array(Open).max(100).optional(),
  readings: z.record(z.string(), z.string()).optional(),
  checkpoint: InclusionProofWire.optional(),
})

/** The same JSON as on the command line. */
export const ReplayedWire = z.object({
  state: Open,
  assessment: Open,
  next: z.array(z.object({ type: z.string(), can: z.string(), missing: z.array(z.string()) })),
  /** Acts that would have been refused when they were recorded. */
  refused: z.array(z.object({ seq: z.int(), type: z.string(), refusal: z.unknown() })),
  chain: z.object({
    ok: z.boolean(),
    length: z.int(),
    head: z.string(),
    firstBad: z.int().optional(),
    unsealed: z.literal(true).optional(),
  }),
  checkpoint: z
    .object({
      ok: z.boolean(),
      day: z.string(),
      covers: z.int(),
      publicKey: z.string(),
      why: z.string().optional(),
    })
    .optional(),
})
