import type { Posting, Recorded } from '../../journal/index.ts'

/** What it does to money that a fee of a batch was paid. */
export function feePosting(
  batch: { readonly id: string; readonly title: string },
  fee: PaidFee,
): Posting {
  return paidOf(fee, { source: 'fee_batch', record: batch.id, subject: batch.title })
}

/** What it does to money that a fee was paid without a batch, as the docket of its right tells. */
export function handFeePosting(right: FeeRight, fee: PaidFee): Posting {
  const subject = [right.number ?? '', right.title].join(' ').trim()
  return paidOf(fee, { source: 'right_fee', record: right.id, subject })
}

function paidOf(
  { eventId, paidOn, paidFen, receipt }: PaidFee,
  of: Pick<Recorded, 'source' | 'record' | 'subject'>,
): Posting {
  return {
    event: { kind: 'annuityPaid', on: paidOn, parts: { paid: [{ fen: BigInt(paidFen) }] } },
    of: { ...of, id: eventId, seq: 0, reference: receipt },
  }
}

/** A fee that was paid; the event is the payment in the docket of the right. */
export interface PaidFee {
  readonly eventId: string
  readonly paidOn: string
  readonly paidFen: string
  readonly receipt: string
}

/** A right as the entries of its fees name it. */
export interface FeeRight {
  readonly id: string
  readonly number: string | null
  readonly title: string
}
