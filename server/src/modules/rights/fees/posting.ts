import type { Posting } from '../../journal/index.ts'

/** What it does to money that a fee of a batch was paid. */
export function feePosting(
  batch: { readonly id: string; readonly title: string },
  { eventId, paidOn, paidFen, receipt }: PaidFee,
): Posting {
  return {
    event: { kind: 'annuityPaid', on: paidOn, parts: { paid: [{ fen: BigInt(paidFen) }] } },
    of: {
      ...{ source: 'fee_batch', id: eventId, seq: 0, record: batch.id },
      ...{ subject: batch.title, reference: receipt },
    },
  }
}

/** A line of a batch that was paid; the event is the payment in the docket of the right. */
export interface PaidFee {
  readonly eventId: string
  readonly paidOn: string
  readonly paidFen: string
  readonly receipt: string
}
