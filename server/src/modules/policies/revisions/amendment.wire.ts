import { z } from 'zod'
import { dayText, idText, text } from '../../../platform/text.ts'

/** What travels of amendments of law packs: edits by form, the look at them, and what becomes of them. */

const Words = z.object({ zh: z.string(), en: z.string() })
const BothWords = z.strictObject({ zh: text(2000), en: text(2000) })
const address = text(80)
const name = text(120)

/** A number of law from a day on; null takes the value of that day back. */
export const ValueEditWire = z
  .strictObject({
    kind: z.literal('value'),
    parameter: name,
    from: dayText().nullable(),
    to: dayText().nullable(),
    value: text(40).nullable(),
    cite: address,
    provenance: z.enum(['text', 'external', 'system_default']),
    /** How the number stands in the text, as the person reads it there. */
    reads: text(60).nullable(),
  })
  .refine(({ from, to }) => to === null || from === null || to > from, {
    path: ['to'],
    message: '失效日须晚于生效日 / it must end after it begins',
  })

/** Another default reading, and why. */
export const ReadingEditWire = z.strictObject({
  kind: z.literal('reading'),
  interpretation: name,
  default: name,
  rationale: BothWords,
})

/** Our own summary of an article. */
export const DigestEditWire = z.strictObject({
  kind: z.literal('digest'),
  source: name,
  at: address,
  text: BothWords,
})

/** Why a binding clause is left out; null takes the waiver back. */
export const WaiverEditWire = z.strictObject({
  kind: z.literal('waiver'),
  at: address,
  reason: BothWords.nullable(),
})

const Expected = z.strictObject({
  status: z.enum(['met', 'breached', 'pending', 'na', 'unknown']).optional(),
  possible: z.array(z.string().max(20)).max(5).optional(),
  missing: z.array(z.string().max(120)).max(50).optional(),
  due: dayText().optional(),
  opens: dayText().optional(),
})

const hasChinese = (value: string) => /\p{Script=Han}/u.test(value)

/** A worked example: facts, a day, and what follows. */
export const CaseWire = z.strictObject({
  /** Its Chinese name; the English one names the edit. */
  zh: text(200).refine(hasChinese, {
    error: '须为中文名称 / must be a name in Chinese',
    params: { rule: 'chinese-name' },
  }),
  /** Numbers that own rules of the institution set. */
  rules: z
    .array(
      z.strictObject({
        param: name,
        from: dayText(),
        to: dayText().optional(),
        value: z.union([z.string().max(40), z.number()]),
        by: z.string().max(200),
        basis: z.string().max(500),
      }),
    )
    .max(20)
    .default([]),
  asOf: dayText(),
  facts: z.record(z.string().max(120), z.json()),
  readings: z.record(z.string().max(120), z.string().max(120)).default({}),
  expect: z.record(z.string().max(120), Expected),
  actions: z.record(z.string().max(80), z.enum(['yes', 'no', 'unknown'])).default({}),
  warns: z.record(z.string().max(80), z.string().max(120)).default({}),
  money: z
    .strictObject({
      net: z.string().max(40).optional(),
      shares: z.record(z.string().max(120), z.string().max(40)),
    })
    .optional(),
})

/** A worked example by its name; null takes it back. */
export const CaseEditWire = z.strictObject({
  kind: z.literal('case'),
  name: text(200).refine((value) => !hasChinese(value), {
    error: '须为英文名称，不含汉字 / must be a name in English',
    params: { rule: 'english-name' },
  }),
  is: CaseWire.nullable(),
})

/** A clause read anew after the official text changed; the fingerprint is taken from the text at hand. */
export const TextEditWire = z.strictObject({
  kind: z.literal('text'),
  source: name,
  at: address,
})

/** One change of a pack. */
export const EditWire = z.union([
  ValueEditWire,
  ReadingEditWire,
  DigestEditWire,
  WaiverEditWire,
  CaseEditWire,
  TextEditWire,
])
export type EditWire = z.input<typeof EditWire>

export const BeginAmendmentWire = z.strictObject({ pack: text(60) })
export const AmendmentParamsWire = z.strictObject({ id: idText() })
export const PutEditWire = z.strictObject({ seq: z.int(), edit: EditWire })
export const UndoEditWire = z.strictObject({ seq: z.int(), subject: text(300) })

/** Handing in: whether the law changed or a mistake is corrected, and a note for everybody. */
export const SubmitAmendmentWire = z.strictObject({
  seq: z.int(),
  change: z.enum(['law-changed', 'encoding-corrected']),
  note: text(2000),
})

/** What becomes of a submitted amendment; giving back and dropping say why. */
export const DecideAmendmentWire = z
  .strictObject({
    seq: z.int(),
    outcome: z.enum(['published', 'returned', 'withdrawn']),
    reason: text(2000).nullable().default(null),
  })
  .refine(({ outcome, reason }) => outcome === 'published' || reason !== null, {
    path: ['reason'],
    message: '退回或撤销须说明理由 / giving back or dropping says why',
  })

const Author = z.object({ person: z.string(), name: z.string() })

/** One edit as people read it: what it is about, what stood there, what would stand there. */
export const ChangeWire = z.object({
  subject: z.string(),
  kind: z.enum(['value', 'reading', 'digest', 'waiver', 'case', 'text']),
  label: Words,
  before: Words.nullable(),
  after: Words.nullable(),
})
export type ChangeWire = z.infer<typeof ChangeWire>

/** An amendment with its changes. */
export const AmendmentWire = z.object({
  id: z.string(),
  pack: z.string(),
  title: Words,
  state: z.enum(['open', 'submitted', 'published', 'withdrawn']),
  origin: z.enum(['newest', 'release']),
  seq: z.int(),
  /** The revision it is put to, and the number it would get. */
  newest: z.int(),
  number: z.int(),
  authors: z.array(Author),
  isMine: z.boolean(),
  begunOn: z.string(),
  change: z.enum(['law-changed', 'encoding-corrected']).nullable(),
  note: z.string().nullable(),
  returned: z.object({ name: z.string(), on: z.string(), reason: z.string() }).nullable(),
  changes: z.array(ChangeWire),
})
export type AmendmentWire = z.infer<typeof AmendmentWire>

const DatedValue = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  value: z.string(),
  cite: z.string(),
  provenance: z.string(),
  reads: z.string().nullable(),
})

/** What can be edited in a pack, with the amendment's edits put to it. */
export const EditableWire = z.object({
  parameters: z.array(
    z.object({
      id: z.string(),
      label: Words,
      type: z.string(),
      bound: z.string(),
      values: z.array(DatedValue),
    }),
  ),
  readings: z.array(
    z.object({
      id: z.string(),
      label: Words,
      question: Words,
      cite: z.string(),
      default: z.string(),
      rationale: Words,
      readings: z.array(z.object({ id: z.string(), text: Words })),
    }),
  ),
  digests: z.array(z.object({ source: z.string(), at: z.string(), label: Words, text: Words })),
  waivers: z.array(z.object({ at: z.string(), reason: Words })),
  /** Binding clauses that nothing cites and nobody waived. */
  open: z.array(z.string()),
  cases: z.array(z.object({ name: z.string(), title: Words, file: z.string(), asOf: z.string() })),
  norms: z.array(z.object({ id: z.string(), title: Words })),
})
export type EditableWire = z.infer<typeof EditableWire>

export const CaseQueryWire = z.strictObject({ name: text(200) })
export const CaseShownWire = z.object({ name: z.string(), is: z.looseObject({}) })

const ProblemShown = z.object({
  level: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  /** The place in the pack, and as people call it. */
  where: z.string(),
  place: Words,
  note: Words,
  blocks: z.boolean(),
})

/** The look at an amendment: on its way, or what it found. */
export const CheckWire = z.object({
  state: z.enum(['running', 'done']),
  done: z.int(),
  of: z.int(),
  isClean: z.boolean().nullable(),
  problems: z.array(ProblemShown),
  failures: z.array(
    z.object({
      name: z.string(),
      title: Words,
      what: z.string(),
      about: Words,
      want: z.string(),
      got: z.string(),
    }),
  ),
})
export type CheckWire = z.infer<typeof CheckWire>

/** How a number may stand in a text. */
export const FormsQueryWire = z.strictObject({ type: text(20), value: text(40) })
export const FormsWire = z.array(z.string())
export const PublishedWire = z.object({
  pack: z.string(),
  revision: z.int(),
  hash: z.string(),
})
