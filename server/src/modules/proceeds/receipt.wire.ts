import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { unknownWire } from '../../platform/totals.wire.ts'

/** What travels of receipts. */

/** One line of the register. */
export const ReceiptLineWire = z.object({
  id: z.string(),
  contractId: z.string().nullable(),
  contractNumber: z.string().nullable(),
  contractTitle: z.string().nullable(),
  /** The case that recorded it; null for one entered from a ledger. */
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  payer: z.string().nullable(),
  instalment: z.string().nullable(),
  receivedOn: z.string().nullable(),
  amountFen: z.string().nullable(),
  netFen: z.string().nullable(),
  rewardFen: z.string().nullable(),
  paidOn: z.string().nullable(),
  voucher: z.string().nullable(),
  /** Why it was taken back, where it was entered by mistake. */
  takenBack: z.string().nullable(),
})
export type ReceiptLineWire = z.infer<typeof ReceiptLineWire>

/** Another receipt under the same voucher. */
export const SameVoucherWire = z.object({
  id: z.string(),
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  contractNumber: z.string().nullable(),
  receivedOn: z.string().nullable(),
  /** What of it did not go back. */
  keptFen: z.string(),
})
export type SameVoucherWire = z.infer<typeof SameVoucherWire>

/** A receipt with everything the register holds. */
export const ReceiptWire = ReceiptLineWire.extend({
  taxFen: z.string().nullable(),
  appraisalFen: z.string().nullable(),
  agencyFen: z.string().nullable(),
  /** What of it belongs to other holders of title; no income here. */
  othersFen: z.string(),
  costFen: z.string().nullable(),
  rewardShare: z.string().nullable(),
  ttoFen: z.string().nullable(),
  institutionFen: z.string().nullable(),
  split: z.array(
    z.object({
      name: z.string(),
      share: z.string().optional(),
      fen: z.string().optional(),
      equal: z.literal(true).optional(),
    }),
  ),
  account: z.string().nullable(),
  /** Entered by hand: taken back where it is wrong. */
  byHand: z.boolean(),
  remark: z.string().nullable(),
  /** What came in as a whole under its voucher, where somebody said so, and what of it is left to record. */
  wholeFen: z.string().nullable(),
  leftFen: z.string().nullable(),
  sameVoucher: z.array(SameVoucherWire),
  /** Whether its money may stand as income more than once. */
  mayBeTwice: z.boolean(),
})
export type ReceiptWire = z.infer<typeof ReceiptWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  contract: idText().optional(),
  receivedFrom: dayText().optional(),
  receivedTo: dayText().optional(),
  /** Whether the reward of it was paid. */
  paid: z.enum(['yes', 'no']).optional(),
  /** Only those whose money may stand as income more than once. */
  twice: z.literal('yes').optional(),
}

export const ReceiptFilterWire = z.object(filters)
export type ReceiptFilterWire = z.output<typeof ReceiptFilterWire>

/** What is corrected alike in many receipts. */
export const CorrectReceiptsWire = z.strictObject({
  payer: text(200).nullable().optional(),
  instalment: text(60).nullable().optional(),
  remark: text(2000).nullable().optional(),
})

export const ReceiptQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ReceiptQueryWire = z.output<typeof ReceiptQueryWire>

export const ReceiptPageWire = z.object({
  items: z.array(ReceiptLineWire),
  nextCursor: z.string().optional(),
  /** Of everything the filter finds; with the first page only. */
  totals: z
    .object({
      count: z.int(),
      /** None where it is known of no receipt. */
      amountFen: z.string().nullable(),
      netFen: z.string().nullable(),
      rewardFen: z.string().nullable(),
      /** Of how many receipts each is not known: the sum is at least what is known. */
      unknown: unknownWire('amountFen', 'netFen', 'rewardFen'),
    })
    .optional(),
})
export type ReceiptPageWire = z.infer<typeof ReceiptPageWire>
