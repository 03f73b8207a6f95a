import type { LedgerDay, RecordMarks } from './records.ts'
import type { TitleColumns } from './records-of-titles.ts'

/** What lists of rights say of each, whatever its kind. */
interface AnyRight extends RecordMarks, TitleColumns {
  readonly title: string | null
  readonly inventors: readonly string[]
  /** Owners besides the hospital itself. */
  readonly coOwners: readonly string[]
  readonly departments: readonly string[]
  readonly achievementCode: string | null
  readonly remark: string | null
}

/** What is asked of an office, which registers or grants it. */
interface Registered {
  readonly filedOn: LedgerDay | null
  readonly grantedOn: LedgerDay | null
  readonly validTo: LedgerDay | null
  readonly agency: string | null
  /** The country or office abroad as its cell says it in a code; none of China, absent without a column for it. */
  readonly country?: string | null
}

export type MarkStatus =
  | 'pending'
  | 'pending_accepted'
  | 'pending_published'
  | 'pending_examination'
  | 'registered'
  | 'rejected'
  | 'withdrawn'
  | 'deemed_withdrawn'
  | 'lapsed'
  | 'lapsed_unpaid'
  | 'lapsed_waived'
  | 'lapsed_expired'
  | 'invalidated'
  | 'transferred'
  | 'cancelled'

/** A line of the list of trademarks (商标). */
export interface TrademarkRecord extends Omit<AnyRight, 'inventors'>, Registered {
  readonly markNo: string | null
  readonly status: MarkStatus | null
}

/** A line of the list of layout designs of integrated circuits (布图设计). */
export interface LayoutRecord extends AnyRight, Registered {
  readonly layoutNo: string | null
  readonly completedOn: LedgerDay | null
  readonly status: MarkStatus | null
}

/** A line of the list of plant varieties (植物新品种). */
export interface VarietyRecord extends AnyRight, Registered {
  readonly varietyNo: string | null
  /** Of vines or trees, whose term is longer. */
  readonly woody: boolean | null
  readonly status: MarkStatus | null
}

/** A line of the list of know-how (技术秘密). */
export interface KnowHowRecord extends AnyRight {
  readonly secretNo: string | null
  readonly completedOn: LedgerDay | null
  readonly status: 'valid' | 'lapsed' | 'lapsed_waived' | 'transferred' | null
}
