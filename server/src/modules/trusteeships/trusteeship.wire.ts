import { z } from 'zod'
import { dayText, fenText, idText, text } from '../../platform/text.ts'
import { FileRefWire } from '../achievements/achievement.wire.ts'
import { powers, states } from './trusteeship.ts'

/** What travels of trusteeships. */

const Words = z.object({ zh: z.string(), en: z.string() })
export const payers = ['third_party', 'institution'] as const

const uscc = z.string().regex(/^[0-9A-Z]{18}$/, {
  error: '统一社会信用代码为 18 位数字或大写字母 / a credit code has 18 digits or capitals',
})
const share = z.string().regex(/^(\d{1,3}(\.\d{1,6})?%|\d{1,9}\/[1-9]\d{0,8}|0|1)$/, {
  error: '份额写作 70% 或 7/10 / a share is written 70% or 7/10',
})

const PartyWire = z.strictObject({
  power: z.enum(powers),
  name: text(200),
  uscc: uscc.nullable().default(null),
  share: share.nullable().default(null),
})

/** What is held in trust is named by its id; how it is called is the register's to say. */
const SubjectRefWire = z.strictObject({ kind: z.enum(['right', 'achievement']), id: idText() })

const fields = {
  number: text(60),
  title: text(300),
  trustee: text(200),
  trusteeUscc: uscc.nullable(),
  trusteeKind: text(40),
  subjects: z
    .array(SubjectRefWire)
    .min(1, {
      error: '至少选择一项知识产权或成果 / choose at least one right or achievement',
    })
    .max(200),
  parties: z.array(PartyWire).max(60),
  payer: z.enum(payers).nullable(),
  fromDay: dayText(),
  toDay: dayText().nullable(),
  duties: text(4000),
  feeFen: fenText()
    .refine((fen) => !fen.startsWith('-'), {
      error: '费用不得为负 / a fee is not negative',
      params: { rule: 'fee-negative' },
    })
    .nullable(),
  feeWords: text(1000).nullable(),
  approvedBy: text(200).nullable(),
  approvedOn: dayText().nullable(),
  files: z.array(FileRefWire).max(20),
  despite: text(1000).nullable(),
  remark: text(2000).nullable(),
}

export const NewTrusteeshipWire = z.strictObject({
  ...fields,
  trusteeUscc: fields.trusteeUscc.default(null),
  payer: fields.payer.default(null),
  toDay: fields.toDay.default(null),
  feeFen: fields.feeFen.default(null),
  feeWords: fields.feeWords.default(null),
  approvedBy: fields.approvedBy.default(null),
  approvedOn: fields.approvedOn.default(null),
  files: fields.files.default([]),
  despite: fields.despite.default(null),
  remark: fields.remark.default(null),
})
export type NewTrusteeshipWire = z.input<typeof NewTrusteeshipWire>

export const AmendTrusteeshipWire = z.strictObject({
  ...z.object(fields).partial().shape,
  reason: text(500),
  expectedSeq: z.int().min(1),
})
export type AmendTrusteeshipWire = z.input<typeof AmendTrusteeshipWire>

export const EndTrusteeshipWire = z.strictObject({
  endedOn: dayText(),
  reason: text(1000),
  expectedSeq: z.int().min(1),
})
export type EndTrusteeshipWire = z.input<typeof EndTrusteeshipWire>

export const EnteredWire = z.object({ id: z.string() })
export const AmendedWire = z.object({ seq: z.int() })

const SubjectWire = z.object({
  kind: z.enum(['right', 'achievement']),
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
})

/** One line of the register. */
export const TrusteeshipLineWire = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  trustee: z.string(),
  trusteeKind: z.string(),
  fromDay: z.string(),
  toDay: z.string().nullable(),
  endedOn: z.string().nullable(),
  subjects: z.array(SubjectWire),
  parties: z.array(
    z.object({
      power: z.enum(powers),
      name: z.string(),
      uscc: z.string().nullable(),
      share: z.string().nullable(),
    }),
  ),
  state: z.enum(states),
})
export type TrusteeshipLineWire = z.infer<typeof TrusteeshipLineWire>

/** An agreement with everything the register holds of it. */
export const TrusteeshipWire = TrusteeshipLineWire.extend({
  seq: z.int(),
  trusteeUscc: z.string().nullable(),
  payer: z.enum(payers).nullable(),
  duties: z.string(),
  feeFen: z.string().nullable(),
  feeWords: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedOn: z.string().nullable(),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
  despite: z.string().nullable(),
  remark: z.string().nullable(),
  endReason: z.string().nullable(),
  /** What the text would have settled and the agreement leaves open. */
  leftOpen: z.array(z.enum(['term', 'payer'])),
  /** What it is to be weighed against as things stand today. */
  concerns: z.array(Words),
})
export type TrusteeshipWire = z.infer<typeof TrusteeshipWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  state: z.enum(states).optional(),
  right: idText().optional(),
  achievement: idText().optional(),
}
export const TrusteeshipFilterWire = z.object(filters)
export type TrusteeshipFilterWire = z.output<typeof TrusteeshipFilterWire>

export const TrusteeshipQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type TrusteeshipQueryWire = z.output<typeof TrusteeshipQueryWire>

export const TrusteeshipPageWire = z.object({
  items: z.array(TrusteeshipLineWire),
  nextCursor: z.string().optional(),
})
export type TrusteeshipPageWire = z.infer<typeof TrusteeshipPageWire>

/** The three powers, who may be the trustee, and by which article. */
export const TrusteeshipListsWire = z.object({
  cite: z.string(),
  powers: z.record(z.string(), Words),
  settles: z.record(z.string(), Words),
  trustees: z.record(z.string(), Words),
})
export type TrusteeshipListsWire = z.infer<typeof TrusteeshipListsWire>

/** What holds of one right or achievement today. */
export const HoldingsQueryWire = z.object({
  right: idText().optional(),
  achievement: idText().optional(),
})
