import type { BasisPoints, LedgerDay } from './records.ts'

/** What somebody owns of a right. */
export interface TitleShare {
  readonly name: string
  readonly bp: BasisPoints
}

/** Through what year the fees of an owner are reduced; of all of them where nobody is named. */
export interface ReducedUntil {
  readonly name: string | null
  /** None of an owner who does not qualify. */
  readonly year: number | null
}

/** Who owns a right and how much of it: there where the ledger has a column for it. */
export interface TitleColumns {
  readonly titleShares?: readonly TitleShare[]
  /** Since when. */
  readonly titleFrom?: LedgerDay | null
}

/** The reduction of the fees of a patent. */
export interface ReductionColumns {
  /** The part that is not to be paid; `yes` where the ledger says that there is one and not how much. */
  readonly feeReduction?: BasisPoints | 'yes' | null
  readonly reducedUntil?: readonly ReducedUntil[]
  /** When it was recorded with the office. */
  readonly reducedOn?: LedgerDay | null
  readonly reductionBasis?: string | null
}
