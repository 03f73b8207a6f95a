import { accept, type Outcome, refuse, type Words } from '@yizhuan/kit'

// Fees that are no annual ones, as they come into a batch: what a clock asks to be paid by its last day.

/** A fee of a right: the annual one of a year, or that of a clock. */
export interface FeeKey {
  readonly right: string
  readonly year?: number | undefined
  readonly clock?: string | undefined
}

/** What a clock asks to be paid. */
export interface AskedFee {
  readonly right: string
  readonly clock: string
  readonly title: string
  readonly feeTitle: Words | null
  readonly feeFen: string | null
  readonly endsOn: string
  readonly batchId: string | null
}

/** Why such a fee comes into no batch; of what has no year the year is nought. */
export interface OtherFeeRefusals {
  'no-such-fee': { readonly year: string }
  'fee-in-batch': { readonly year: string; readonly title: string }
  'fee-beyond-grace': { readonly year: string; readonly title: string; readonly until: string }
  'fee-unknown': { readonly title: string }
}

const findFee = (asked: readonly AskedFee[], { right, clock }: FeeKey) =>
  asked.find((one) => one.right === right && one.clock === clock)

/** A fee of a clock as a line of a batch that is paid on a day. */
export function priceOther(
  asked: readonly AskedFee[],
  key: FeeKey,
  payOn: string,
): Outcome<{ right: string; clock: string; feeTitle: Words; fee: bigint }, OtherFeeRefusals> {
  const found = findFee(asked, key)
  if (!found?.feeTitle) return refuse('no-such-fee', { year: '0' })
  const { right, clock, title, feeTitle, feeFen, endsOn } = found
  if (found.batchId !== null) return refuse('fee-in-batch', { year: '0', title })
  if (feeFen === null) return refuse('fee-unknown', { title })
  if (endsOn < payOn) return refuse('fee-beyond-grace', { year: '0', title, until: endsOn })
  return accept({ right, clock, feeTitle, fee: BigInt(feeFen) })
}

/** Whether a line does not stand any more on a day: paid, over, or it costs something else. */
export function isOtherStale(
  asked: readonly AskedFee[],
  line: FeeKey & { readonly feeFen: string },
  on: string,
): boolean {
  const found = findFee(asked, line)
  return !found || found.endsOn < on || found.feeFen !== line.feeFen
}
