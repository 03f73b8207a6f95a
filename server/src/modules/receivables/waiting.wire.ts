import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'
import { unknownWire } from '../../platform/totals.wire.ts'

/** What travels of receipts and refunds that wait to be linked. */

const bases = ['only', 'same-amount', 'of-contract', 'number', 'payer', 'owed'] as const

export const WaitingLineWire = z.object({
  id: z.string(),
  /** A refund waits for its receipt, a receipt for its contract, or to be matched with what is open of it. */
  kind: z.enum(['refund', 'receipt', 'open']),
  receivedOn: z.string().nullable(),
  amountFen: z.string().nullable(),
  voucher: z.string().nullable(),
  payer: z.string().nullable(),
  contractId: z.string().nullable(),
  contractNumber: z.string().nullable(),
  contractTitle: z.string().nullable(),
  /** What it may belong to, the likeliest first: a receipt of the contract, or a contract. */
  suggestions: z.array(
    z.object({
      id: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      /** What is left of a receipt. */
      fen: z.string().nullable(),
      bases: z.array(z.enum(bases)),
      isMatched: z.boolean(),
    }),
  ),
})
export type WaitingLineWire = z.infer<typeof WaitingLineWire>

export const WaitingFilterWire = z.object({})

export const WaitingQueryWire = z.object({
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type WaitingQueryWire = z.output<typeof WaitingQueryWire>

export const WaitingPageWire = z.object({
  items: z.array(WaitingLineWire),
  nextCursor: z.string().optional(),
  totals: z
    .object({
      count: z.int(),
      /** None where it is known of none. */
      amountFen: z.string().nullable(),
      unknown: unknownWire('amountFen'),
    })
    .optional(),
})
export type WaitingPageWire = z.infer<typeof WaitingPageWire>

/** Of which contract a receipt is, and why where somebody knows more than the suggestion says. */
export const OfContractWire = z.strictObject({
  contract: idText(),
  reason: text(500).nullable().default(null),
})
export type OfContractWire = z.input<typeof OfContractWire>
