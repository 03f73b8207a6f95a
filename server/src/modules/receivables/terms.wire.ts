import { brokenMinimums, currencyCodes, termKinds } from '@yizhuan/money'
import { z } from 'zod'
import { clientId, dayText, idText, text } from '../../platform/text.ts'
import { FileRefWire } from '../achievements/achievement.wire.ts'

/** What travels of what was agreed, reached and stated. Amounts are in the smallest unit of their currency. */

/** An amount not below nought as digits. */
export function minorText() {
  return z.string().regex(/^(0|[1-9]\d{0,17})$/, {
    error:
      '须为数字金额（传送时为最小货币单位的整数） / must be an amount in figures (sent as whole smallest units)',
  })
}

export const filesField = () =>
  z
    .array(FileRefWire.omit({ as: true }))
    .max(20)
    .default([])

const RoyaltyTermWire = z.strictObject({
  /** What is counted, where it is pieces and not sales: a rate is then the smallest units of currency for one. */
  unit: text(20).optional(),
  bands: z
    .array(z.strictObject({ upTo: minorText().nullable(), rate: text(20) }))
    .min(1)
    .max(12),
  counts: z.enum(['period', 'life']),
  minimum: minorText(),
  /** What of it is owed for a period that the end of the contract breaks off: by its days where nothing is said. */
  brokenMinimum: z.enum(brokenMinimums).optional(),
  every: z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)]),
  from: dayText(),
  to: dayText(),
  statementDays: z.int().min(0).max(3660),
  payDays: z.int().min(0).max(3660),
})

/** One payment, or one row of payments; what its kind asks for is given. */
export const TermWire = z.strictObject({
  key: text(40).regex(/^[a-z0-9-]+$/),
  kind: z.enum(termKinds),
  label: text(200),
  minor: minorText().nullable().optional(),
  dueOn: dayText().nullable().optional(),
  days: z.int().min(0).max(3660).nullable().optional(),
  words: text(1000).nullable().optional(),
  royalty: RoyaltyTermWire.nullable().optional(),
})
export type TermWire = z.infer<typeof TermWire>

export const NewTermsWire = z.strictObject({
  currency: z.enum(currencyCodes as [string, ...string[]]).default('CNY'),
  planRate: text(40).nullable().default(null),
  terms: z.array(TermWire).min(1).max(60),
  /** Receivables due before this day stay as they were; the first terms make all of theirs. */
  effectiveOn: dayText(),
  reason: text(1000).nullable().default(null),
  files: filesField(),
  expectedSeq: z.int().min(0).optional(),
})
export type NewTermsWire = z.input<typeof NewTermsWire>

export const EndTermsWire = z.strictObject({
  on: dayText(),
  /** Whether what falls due on that very day is still owed. */
  owesLastDay: z.boolean().default(false),
  reason: text(500),
  files: filesField(),
  expectedSeq: z.int().min(0).optional(),
})
export type EndTermsWire = z.input<typeof EndTermsWire>

/** The end of a contract was recorded by mistake. */
export const ResumeTermsWire = z.strictObject({
  reason: text(500),
  files: filesField(),
  expectedSeq: z.int().min(0).optional(),
})
export type ResumeTermsWire = z.input<typeof ResumeTermsWire>

export const MilestoneBackWire = z.strictObject({ term: text(40), reason: text(500) })
export type MilestoneBackWire = z.input<typeof MilestoneBackWire>

export const MilestoneWire = z.strictObject({
  term: text(40),
  reachedOn: dayText(),
  words: text(2000),
  files: filesField(),
})
export type MilestoneWire = z.input<typeof MilestoneWire>

export const NewStatementWire = z.strictObject({
  id: clientId(),
  term: text(40),
  periodFrom: dayText(),
  /** What was sold: an amount, or a number of pieces where the royalty is by the piece. */
  base: minorText(),
  stated: minorText().nullable().default(null),
  /** It takes the place of what was stated of the same period before. */
  corrects: z.boolean().default(false),
  receivedOn: dayText(),
  words: text(2000).nullable().default(null),
  files: filesField(),
})
export type NewStatementWire = z.input<typeof NewStatementWire>

const amounts = z.object({ minor: z.string().nullable(), dueOn: z.string().nullable() }).nullable()

/** What became of one receivable. */
export const ToldChangeWire = z.object({
  is: z.enum(['added', 'changed', 'dropped', 'fixed', 'leftOut']),
  key: z.string(),
  label: z.string(),
  from: amounts,
  to: amounts,
})
export type ToldChangeWire = z.infer<typeof ToldChangeWire>
export const PreviewWire = z.object({ changes: z.array(ToldChangeWire) })
export type PreviewWire = z.infer<typeof PreviewWire>

export const VersionMadeWire = z.object({ version: z.int() })
export const MadeWire = z.object({ id: z.string() })
export const OneWire = z.strictObject({ id: idText() })
