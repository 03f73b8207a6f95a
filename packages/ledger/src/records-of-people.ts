import type { LedgerDay, RecordMarks } from './records.ts'

/** A line of the list of departments and units (科室与单位). */
export interface UnitRecord extends RecordMarks {
  readonly unitCode: string | null
  readonly unitName: string | null
  readonly unitKind: 'department' | 'legal_person' | null
  /** Name or code of the unit above. */
  readonly parentUnit: string | null
}

/** A line of the list of staff (人员). */
export interface PersonRecord extends RecordMarks {
  readonly staffNo: string | null
  readonly personName: string | null
  readonly unit: string | null
  readonly professionalTitle: string | null
  /** The line of work; absent without a column for it. */
  readonly occupation?: string | null
}

/** A line of the list of posts (任职). */
export interface PostRecord extends RecordMarks {
  readonly staffNo: string | null
  readonly personName: string | null
  readonly postTitle: string | null
  readonly postKind: 'chief' | 'deputy' | 'middle' | 'other' | null
  readonly unit: string | null
  readonly forTransfer: 'yes' | 'no' | null
  readonly postFrom: LedgerDay | null
  readonly postTo: LedgerDay | null
}
