import type { LedgerDay, RecordMarks } from './records.ts'

/** A line of a declaration of interests (利益关联申报): one tie of a person to an enterprise. */
export interface InterestRecord extends RecordMarks {
  readonly staffNo: string | null
  readonly personName: string | null
  readonly declaredOn: LedgerDay | null
  /** `none` where the person declares that there is nothing. */
  readonly tie: string | null
  readonly tieThrough: string | null
  /** The relative through whom it is. */
  readonly tieHolder: string | null
  readonly tieEnterprise: string | null
  readonly tieUscc: string | null
  readonly tieDetail: string | null
}
