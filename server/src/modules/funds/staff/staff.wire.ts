import { z } from 'zod'
import { dayText, fenText, idText, text } from '../../../platform/text.ts'
import { FileRefWire } from '../../achievements/achievement.wire.ts'
import { paymentEnds } from '../bonus/bonus.ts'
import { purposes, states } from './staff.ts'

/** What travels of the staff part of the office: how its purse stands, and what is given out of it. */

const positiveFen = fenText().refine((fen) => BigInt(fen) > 0n, {
  error: '金额须大于零 / an amount is above zero',
  params: { rule: 'fen-positive' },
})

export const ProposeAwardWire = z.strictObject({
  title: text(200),
  /** The rule, decision or list of results it rests on. */
  basis: text(1000),
  /** The papers of that. */
  files: z.array(FileRefWire).max(20).default([]),
  lines: z
    .array(
      z.strictObject({
        purpose: z.enum(purposes),
        /** Who is rewarded, in the register of people. */
        person: idText().nullable().default(null),
        /** Who is paid for training. */
        name: text(100).nullable().default(null),
        fen: positiveFen,
      }),
    )
    .min(1, { error: '至少填写一行 / give at least one line' })
    .max(100),
})
export type ProposeAwardWire = z.input<typeof ProposeAwardWire>

export const ProposedAwardWire = z.object({ id: z.string() })

const expectedSeq = z.int().min(1)

export const ApproveAwardWire = z.strictObject({ expectedSeq })
export const WithdrawAwardWire = z.strictObject({ reason: text(1000), expectedSeq })

/** Lines that were paid together, by one voucher or payroll. */
export const PayAwardWire = z.strictObject({
  places: z.array(z.int().min(1).max(100)).min(1).max(100),
  paidOn: dayText(),
  reference: text(200),
  /** What shows it. */
  files: z.array(FileRefWire).max(20).default([]),
})
export type PayAwardWire = z.input<typeof PayAwardWire>

export const ReturnAwardWire = z.strictObject({
  /** The money came back, or it was entered by mistake and never paid. */
  kind: z.enum(paymentEnds).default('returned'),
  returnedOn: dayText(),
  reason: text(200),
})
export type ReturnAwardWire = z.input<typeof ReturnAwardWire>

export const AwardSeqWire = z.object({ seq: z.int() })

/** One line of the register. */
export const AwardLineWire = z.object({
  id: z.string(),
  title: z.string(),
  amountFen: z.string(),
  paidFen: z.string(),
  names: z.array(z.string()),
  state: z.enum(states),
  proposedOn: z.string(),
  paidOn: z.string().nullable(),
})
export type AwardLineWire = z.infer<typeof AwardLineWire>

export const AwardWire = AwardLineWire.extend({
  seq: z.int(),
  basis: z.string(),
  files: z.array(FileRefWire),
  proposed: z.object({ on: z.string(), by: z.string(), name: z.string() }),
  approved: z.object({ on: z.string(), name: z.string() }).nullable(),
  withdrawnFor: z.string().nullable(),
  lines: z.array(
    z.object({
      place: z.int(),
      purpose: z.enum(purposes),
      name: z.string(),
      fen: z.string(),
      isPaid: z.boolean(),
      /** The batch in which it is paid, or that paid it. */
      batch: z.object({ id: z.string(), title: z.string() }).nullable(),
      payments: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['paid', ...paymentEnds]),
          onDay: z.string(),
          reference: z.string(),
          by: z.string(),
          files: z.array(FileRefWire),
        }),
      ),
    }),
  ),
})
export type AwardWire = z.infer<typeof AwardWire>

export const AwardFilterWire = z.object({ state: z.enum(states).optional() })
export type AwardFilterWire = z.output<typeof AwardFilterWire>

export const AwardQueryWire = AwardFilterWire.extend({
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AwardQueryWire = z.output<typeof AwardQueryWire>

export const AwardPageWire = z.object({
  items: z.array(AwardLineWire),
  nextCursor: z.string().optional(),
})
export type AwardPageWire = z.infer<typeof AwardPageWire>

export const PurseWire = z.object({
  cameInFen: z.string(),
  paidFen: z.string(),
  /** What awards say and nobody was paid yet. */
  promisedFen: z.string(),
  /** What can still be given out; below nought where more was than there is by now. */
  freeFen: z.string(),
  /** What each distribution that stands set aside, the latest first. */
  parts: z.array(
    z.object({
      /** Nothing of cases closed to whoever asks. */
      caseId: z.string().nullable(),
      caseNumber: z.string().nullable(),
      title: z.string().nullable(),
      on: z.string(),
      fen: z.string(),
    }),
  ),
})
export type PurseWire = z.infer<typeof PurseWire>
