import { z } from 'zod'
import { dayText, fenFromNought, idText, text } from '../../platform/text.ts'
import { FileRefWire } from '../achievements/achievement.wire.ts'

/** What travels of projects and the ledger of work. */

const Words = z.object({ zh: z.string(), en: z.string() })
const fundings = ['public', 'enterprise', 'own'] as const
const FileWire = z.object({ sha256: z.string(), name: z.string(), size: z.int() })

const FundingWire = z.object({
  kind: z.enum(fundings),
  name: z.string(),
  amountFen: z.string().nullable(),
  startedOn: z.string().nullable(),
})

/** One line of the register. */
export const ProjectLineWire = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  leader: z.string(),
  fromDay: z.string().nullable(),
  toDay: z.string().nullable(),
  /** At least so much where some sources of its money do not say how much; none where none of them does. */
  amountFen: z.string().nullable(),
  amountUnknown: z.int(),
  people: z.int(),
  entries: z.int(),
  /** Entries about whoever asks that wait for their word. */
  waiting: z.int(),
})
export type ProjectLineWire = z.infer<typeof ProjectLineWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  achievement: idText().optional(),
}
export const ProjectFilterWire = z.object(filters)
export type ProjectFilterWire = z.output<typeof ProjectFilterWire>
export const ProjectQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ProjectQueryWire = z.output<typeof ProjectQueryWire>
export const ProjectPageWire = z.object({
  items: z.array(ProjectLineWire),
  nextCursor: z.string().optional(),
})
export type ProjectPageWire = z.infer<typeof ProjectPageWire>

/** An entry of the ledger of work. */
export const EntryWire = z.object({
  id: z.string(),
  kind: z.string(),
  onDay: z.string(),
  personId: z.string().nullable(),
  personName: z.string(),
  words: z.string(),
  share: z.string().nullable(),
  files: z.array(FileWire),
  corrects: z.string().nullable(),
  correctedBy: z.string().nullable(),
  digest: z.string(),
  madeName: z.string(),
  madeAt: z.string(),
  answer: z.enum(['confirmed', 'disputed']).nullable(),
  answerWords: z.string().nullable(),
  /** Whether it waits for the word of whoever asks. */
  isWaiting: z.boolean(),
})
export type EntryWire = z.infer<typeof EntryWire>

export const ProjectWire = z.object({
  id: z.string(),
  seq: z.int(),
  number: z.string(),
  title: z.string(),
  leader: z.string(),
  leaderPerson: z.string().nullable(),
  funding: z.array(FundingWire),
  fromDay: z.string().nullable(),
  toDay: z.string().nullable(),
  remark: z.string().nullable(),
  achievements: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
  entries: z.array(EntryWire),
  /** What all shares of the work come to on each day that tells one. */
  shares: z.array(z.object({ onDay: z.string(), sum: z.string(), isAboveWhole: z.boolean() })),
  kinds: z.array(
    z.object({ code: z.string(), label: Words, cite: z.string(), asksShare: z.boolean() }),
  ),
  /** Whether whoever asks may speak of everybody, of themselves, or of nobody. */
  maySpeak: z.enum(['all', 'self', 'none']),
  mayAmend: z.boolean(),
})
export type ProjectWire = z.infer<typeof ProjectWire>

const fields = {
  number: text(60),
  title: text(300),
  leader: text(100),
  leaderPerson: idText().nullable(),
  funding: z
    .array(
      z.strictObject({
        kind: z.enum(fundings),
        name: text(200),
        amountFen: fenFromNought().nullable(),
        startedOn: dayText().nullable(),
      }),
    )
    .max(20),
  fromDay: dayText().nullable(),
  toDay: dayText().nullable(),
  achievements: z.array(idText()).max(50),
  remark: text(2000).nullable(),
}

export const NewProjectWire = z.strictObject({
  ...fields,
  leaderPerson: fields.leaderPerson.default(null),
  funding: fields.funding.default([]),
  fromDay: fields.fromDay.default(null),
  toDay: fields.toDay.default(null),
  achievements: fields.achievements.default([]),
  remark: fields.remark.default(null),
})
export type NewProjectWire = z.input<typeof NewProjectWire>

export const AmendProjectWire = z.strictObject({
  ...z.object(fields).partial().shape,
  reason: text(500),
  expectedSeq: z.int().min(1),
})
export type AmendProjectWire = z.input<typeof AmendProjectWire>

export const NewEntryWire = z.strictObject({
  kind: text(40),
  onDay: dayText(),
  personId: idText().nullable().default(null),
  personName: text(100),
  words: text(4000),
  share: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?%$/, {
      error: '占比须为百分数，如 30% / a share is a percentage, such as 30%',
    })
    .refine((share) => Number(share.slice(0, -1)) <= 100, {
      error: '占比不得超过 100% / a share is at most 100%',
      params: { rule: 'share-above-whole' },
    })
    .nullable()
    .default(null),
  files: z.array(FileRefWire).max(20).default([]),
  corrects: idText().nullable().default(null),
  /** Whoever tells it knows that all shares come to more than the whole on that day, or that somebody joins twice. */
  isMeant: z.boolean().default(false),
})
export type NewEntryWire = z.input<typeof NewEntryWire>

export const AnswerWire = z.strictObject({
  answer: z.enum(['confirmed', 'disputed']),
  words: text(2000).nullable().default(null),
})
export type AnswerWire = z.input<typeof AnswerWire>

export const EntryParamsWire = z.strictObject({ id: idText(), entry: idText() })

/** An entry that a distribution plan can rest on. */
export const CitableWire = z.object({
  entry: z.string(),
  project: z.string(),
  projectId: z.string(),
  kind: z.string(),
  label: Words,
  onDay: z.string(),
  personId: z.string().nullable(),
  personName: z.string(),
  words: z.string(),
  share: z.string().nullable(),
  digest: z.string(),
  answer: z.enum(['confirmed', 'disputed']).nullable(),
})
export type CitableWire = z.infer<typeof CitableWire>
export const CitablesWire = z.object({ items: z.array(CitableWire) })
