import type { Posting } from '../../journal/index.ts'
import type { CostEntry } from './party.ts'

/** A claim on another for a fee of a right, or what came of it. */
export interface SharedFee {
  readonly id: string
  readonly rightId: string
  readonly party: string
  readonly kind: CostEntry['kind']
  readonly fen: string
  readonly onDay: string
  /** The letter of the claim, or the voucher of the receipt. */
  readonly document: string
}

/** What it does to money: what others bear of a fee is owed by them, and is no cost of the house. */
export function shareOfFee({ kind, fen: amount, party: person, ...one }: SharedFee): Posting {
  const fen = BigInt(amount)
  const { id, rightId: record, onDay: on, document: reference } = one
  const of = { source: 'fee_share', id, seq: 0, record, subject: person, reference } as const
  if (kind === 'claimed') {
    return { event: { kind: 'feeClaimed', on, parts: { claimed: [{ fen, person }] } }, of }
  }
  const parts = { received: [{ fen, person }], budgeted: [{ fen }] }
  return { event: { kind: 'feeReimbursed', on, parts }, of }
}
