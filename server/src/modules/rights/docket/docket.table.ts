import type { EventKind, LegalState, RelationKind } from '@yizhuan/docket'
import type { Words } from '@yizhuan/kit'
import type { CountedDay } from '../../../platform/dues.ts'
import type { Json } from '../../../platform/tables.ts'

/** What an event tells besides its day, as stored: amounts as decimal text. */
export interface Told {
  readonly ref?: string
  readonly day?: string
  readonly by?: 'electronic' | 'mail'
  readonly until?: string
  readonly year?: number
  readonly fen?: string
  readonly days?: number
  readonly exclusivity?: 'exclusive' | 'sole' | 'ordinary'
  readonly owners?: number
}

interface RightEventTable {
  institutionId: string
  id: string
  rightId: string
  kind: EventKind | 'struck'
  onDay: string
  source: string
  told: Json<Told>
  strikes: string | null
  recordedAt: Date
  recordedBy: string
  recordedName: string
}

interface RightRelationTable {
  institutionId: string
  rightId: string
  earlierId: string
  kind: RelationKind
  /** When a divisional was submitted or a national phase entered. */
  onDay: string | null
}

interface RightDocketTable {
  institutionId: string
  rightId: string
  docketedOn: string
  state: LegalState
  since: string | null
  lostOn: string | null
  endsOn: string | null
  toldYear: number | null
  assumedThrough: number | null
  basis: string
}

interface RightFeeTable {
  institutionId: string
  rightId: string
  year: number
  dueOn: string
  payableUntil: string
  graceUntil: string | null
  fullFen: string
  feeFen: string
  paidFen: string
  counted: Json<CountedDay>
  verified: boolean
}

interface RightClockTable {
  institutionId: string
  rightId: string
  key: string
  type: 'deadline' | 'opening' | 'notice'
  endsOn: string
  title: Json<Words>
  counted: Json<CountedDay>
  cite: string
  leadsTo: LegalState | null
  /** What is to be paid to meet it: which fee, how much of it is known, and what may come on top. */
  feeId: string | null
  feeTitle: Json<Words> | null
  feeFen: string | null
  feeBesides: Json<Words> | null
  feePaidBy: EventKind | null
  /** The clock that has to be over before this one asks for its fee. */
  feeAfter: string | null
  feeVerified: boolean | null
}

/** What can be decided about a right before its next fee. */
export const reviewDecisions = ['keep', 'abandon', 'sell', 'open_licence'] as const
export type ReviewDecision = (typeof reviewDecisions)[number]

interface RightReviewTable {
  institutionId: string
  id: string
  rightId: string
  year: number
  decision: ReviewDecision
  reason: string
  decidedOn: string
  decidedBy: string
  decidedName: string
}

/** A deadline that somebody set for a right. */
export interface RightDeadlineTable {
  institutionId: string
  id: string
  rightId: string
  title: string
  dueOn: string
  personId: string | null
  personName: string
  state: 'open' | 'done' | 'dropped'
  reason: string | null
  closedOn: string | null
  closedName: string | null
  madeOn: string
  madeName: string
}

/** A paper of a right, or of one of its events. */
interface RightFileTable {
  institutionId: string
  id: string
  rightId: string
  eventId: string | null
  name: string
  sha256: string
  size: string
  addedOn: string
  addedName: string
  withdrawnOn: string | null
  withdrawnName: string | null
  withdrawnReason: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    rightEvent: RightEventTable
    rightRelation: RightRelationTable
    rightDocket: RightDocketTable
    rightFee: RightFeeTable
    rightClock: RightClockTable
    rightReview: RightReviewTable
    rightDeadline: RightDeadlineTable
    rightFile: RightFileTable
  }
}
