// The state of a transfer case: what a fold over its acts remembers. Nothing here decides.
import type { Day } from '@yizhuan/kit'
import type { ActsState } from '../procedure/acts-state.ts'
import type { Recorded } from '../procedure/state.ts'
import type { ActData } from './acts.ts'
import type { AmendedContract } from './amended.ts'
import { forOthersOf, receivedForOthers } from './co-owners/co-owners.ts'
import type { Accounts } from './correction/accounts.ts'
import type { PlanDecision } from './decision/plan-decision.ts'
import type { RegistrationEntry } from './registration/taken-back.ts'
import type { TakenOver } from './taken-over/taken-over-data.ts'
import { differences, type Terms } from './terms.ts'

export type { Terms } from './terms.ts'

/** When a notice was taken down, and when that was certified. */
export interface Certified {
  readonly lastShownOn?: Day
  readonly certifiedOn?: Day
}

/** A notice of the deal and the terms it showed. */
export interface NoticeState extends Recorded<ActData<'noticePublished'>>, Certified {
  readonly terms: Terms | undefined
}

/** An objection or abnormality, against which notice, and what was found. */
export interface ObjectionState {
  readonly seq: number
  readonly on: Day
  readonly kind: 'objection' | 'abnormality'
  readonly against: 'deal' | 'change'
  readonly text: string
  readonly filed?: ActData<'objectionFiled'>
  readonly finding?: Recorded<ActData<'objectionFound'>>
}

/** An objection to a plan and what was found. */
export interface PlanObjection {
  readonly seq: number
  readonly on: Day
  readonly finding?: Recorded<ActData<'planObjectionFound'>>
}

/** That a member agreed to a plan, or waived a share: by their own account, or on paper. */
export interface Agreement {
  readonly member: string
  readonly on: Day
  readonly isProven: boolean
}

/** The plan of the current distribution. */
export interface PlanState extends Recorded<ActData<'planDrafted'>>, Certified {
  readonly agreed: readonly Agreement[]
  readonly notice?: Recorded<ActData<'planNoticePublished'>>
  readonly objections: readonly PlanObjection[]
  /** The last one of those that the house's rule asks for. */
  readonly decision?: Pick<Recorded<PlanDecision>, 'seq' | 'on' | 'data'>
}

export interface Receipt extends Recorded<ActData<'receiptRecorded'>> {
  readonly distribution?: number
  /** Whole fen of it that this piece is: a plan took a part of it, and the rest waits. */
  readonly part?: string
  /** What of the institution's own part of it went back, or was booked too much. */
  readonly refunded?: string
  /** It is no income of the deal but what came back of a cost that was deducted. */
  readonly reimburses?: Reimbursed
}
/** Which cost something came back of: the act that recorded it, and since when the income was there that it lowered. */
export interface Reimbursed {
  readonly seq: number
  readonly since: Day
}
export interface Cost extends Recorded<ActData<'costRecorded'>> {
  readonly distribution?: number
  /** Whole fen of it that this piece is, as with a receipt. */
  readonly part?: string
}

/** A distribution that was paid out. */
export interface Distribution {
  readonly plan: PlanState
  readonly payment: Recorded<ActData<'paid'>>
}

export interface CaseState extends ActsState {
  readonly opened: Recorded<ActData<'caseOpened'>>
  /** A contract that was concluded before the case, as it was told. */
  readonly takenOver?: Recorded<TakenOver>
  readonly disclosure?: Recorded<ActData<'disclosed'>>
  readonly questions?: Recorded<ActData<'disclosureReturned'>>
  readonly title?: Recorded<ActData<'titleRegistered'>>
  readonly titleOpen?: Recorded<ActData<'titleLeftOpen'>>
  readonly screening?: Recorded<ActData<'screened'>>
  readonly specialApproval?: Recorded<ActData<'specialApprovalRecorded'>>
  readonly negotiation?: Recorded<ActData<'negotiationStarted'>>
  readonly talks: readonly Recorded<ActData<'negotiationLogged'>>[]
  readonly proposal?: Recorded<ActData<'proposed'>>
  readonly terms?: Terms
  readonly review?: Recorded<ActData<'reviewed'>>
  readonly notices: readonly NoticeState[]
  readonly objections: readonly ObjectionState[]
  readonly tips: number
  readonly decision?: Recorded<ActData<'decided'>>
  readonly signing?: Recorded<ActData<'signed'>>
  readonly registration?: Recorded<ActData<'contractRegistered'>>
  readonly registrationReportedOn?: Day
  readonly universityReviews: readonly Recorded<ActData<'universityReviewed'>>[]
  /** The first report counts for the deadline; a supplement mends or completes it. */
  readonly report?: Recorded<ActData<'reported'>>
  readonly reportReturned?: Recorded<ActData<'reportReturned'>>
  readonly reportSupplement?: Recorded<ActData<'reportSupplemented'>>
  readonly receipts: readonly Receipt[]
  readonly writtenOff: readonly Recorded<ActData<'receivableWrittenOff'>>[]
  readonly costs: readonly Cost[]
  readonly plan?: PlanState
  readonly distributions: readonly Distribution[]
  /** Distributions that were paid and reversed since, in the order of their reversals. */
  readonly reversed?: readonly Distribution[]
  /** How its people stand with the house by what was paid, came back, was reversed and given back. */
  readonly accounts?: Accounts
  /** A change of terms after signing, and the notice that answers it. */
  readonly change?: Recorded<ActData<'termsChanged'>>
  readonly changeNotice?: Recorded<ActData<'changeNoticePublished'>> & Certified
  /** What the contract itself says, once a change after signing departed from it; and its amendments. */
  readonly contractTerms?: Terms
  readonly amendments?: readonly AmendedContract[]
  readonly termination?: Recorded<ActData<'terminated'>>
  readonly registrationAmendedOn?: Day
  /** The entries about the registration that stand, each with what stood before it. */
  readonly registrationEntries?: readonly RegistrationEntry[]
  /** Those that were taken back, in the order in which they were. */
  readonly registrationEntriesGone?: readonly RegistrationEntry[]
}

/** The university's review of what is submitted next, or of what was: each submission has its own. */
export function universityReviewOf(
  { universityReviews }: CaseState,
  before = Number.POSITIVE_INFINITY,
  after = 0,
) {
  return universityReviews.findLast(({ seq }) => seq > after && seq < before)
}

/** Whether nothing was recorded yet of what a contract brings: money, its registration, a change, its end. */
export function isUntouched(state: CaseState): boolean {
  const { receipts, costs, writtenOff, distributions, plan, change, termination } = state
  const lists = [receipts, costs, writtenOff, distributions, state.registrationEntries ?? []]
  const acts = Object.keys(state.acts).filter(
    (type) => !['contractTakenOver', 'takeoverConfirmed', 'factsTold'].includes(type),
  )
  // A contract that had ended was taken over as such.
  const ended = termination?.seq === state.takenOver?.seq ? undefined : termination
  const isQuiet = [plan, change, ended, state.report].every((one) => one === undefined)
  return isQuiet && acts.length === 0 && lists.every(({ length }) => length === 0)
}

/** The notice that counts: the latest. */
export function latestNotice(state: CaseState): NoticeState | undefined {
  return state.notices.at(-1)
}

/** The objections to the deal, or to the change that stands after signing. */
export function objectionsTo(
  state: CaseState,
  against: ObjectionState['against'],
): readonly ObjectionState[] {
  const from = against === 'change' ? (state.change?.seq ?? 0) : 0
  return state.objections.filter(
    (one) => one.against === against && (one.finding === undefined || one.seq > from),
  )
}

/** The earliest objection that waits for its finding. */
export function openObjection(state: CaseState): ObjectionState | undefined {
  return state.objections.find(({ finding }) => finding === undefined)
}

/** The place in the record of the latest finding; 0 while there is none. */
export function lastFindingSeq(
  objections: readonly { readonly finding?: { readonly seq: number } | undefined }[],
): number {
  return Math.max(0, ...objections.map(({ finding }) => finding?.seq ?? 0))
}

/** Whether the latest notice still stands: its terms are the current ones and no finding came after it. */
export function noticeStands(state: CaseState): boolean {
  const notice = latestNotice(state)
  return (
    notice !== undefined &&
    lastFindingSeq(objectionsTo(state, 'deal')) < notice.seq &&
    sameTerms(notice.terms, state.terms)
  )
}

/** Whether two sets of terms are the same in every published field. */
export function sameTerms(a: Terms | undefined, b: Terms | undefined): boolean {
  return a && b ? differences(a, b).length === 0 : a === b
}

/**
 * What a receipt or a cost, or a piece of one, comes to here, in whole fen: less what went back, and of a
 * receipt less what belongs to other holders.
 */
export function leftOf(line: Receipt | Cost): bigint {
  if (line.part !== undefined) return BigInt(line.part)
  const whole = BigInt(line.data.amount)
  return isReceipt(line) ? whole - BigInt(line.refunded ?? 0) - forOthersOf(line) : whole
}

const isReceipt = (line: Receipt | Cost): line is Receipt => !('kind' in line.data)

/** All that arrived of the deal and did not go back, whoever it belongs to, in whole fen. */
export const receivedIn = (state: CaseState): bigint =>
  state.receipts
    .filter(({ reimburses }) => reimburses === undefined)
    .reduce((total, line) => total + leftOf(line), receivedForOthers(state))

/** What receipts come to, by the days on which the income was there: windows of relief begin with them. */
export const datedIncome = (receipts: readonly Receipt[]) =>
  receipts.map((one) => ({ on: one.reimburses?.since ?? one.on, amount: leftOf(one) }))

/** Receipts that no distribution has taken yet; of one that went back whole nothing waits. */
export function pendingReceipts(state: CaseState): readonly Receipt[] {
  return state.receipts.filter((line) => line.distribution === undefined && leftOf(line) > 0n)
}

/**
 * Whether a distribution is being prepared, or is still to come; else the last payout is what is looked at.
 * What a payout left waiting is looked at from the next act on: the payout itself is judged by what it took.
 */
export function isDistributing(state: CaseState): boolean {
  const last = state.distributions.at(-1)
  return last === undefined || (pendingReceipts(state).length > 0 && state.seq > last.payment.seq)
}

/** Costs that no distribution has deducted yet. */
export function pendingCosts(state: CaseState): readonly Cost[] {
  return state.costs.filter(({ distribution }) => distribution === undefined)
}

/** Everybody who must agree to a plan: who gets something, and who waives it. */
export function membersOf({ data }: PlanState): readonly string[] {
  return [...data.lines.map(({ name }) => name), ...data.waived]
}

/** The members of a plan who have not agreed to it yet. */
export function awaited({ plan }: CaseState): readonly string[] {
  if (!plan) return []
  return membersOf(plan).filter((name) => !plan.agreed.some(({ member }) => member === name))
}

/** Whether a finding asks for another plan. */
export function mustAmend({ seq, objections }: PlanState): boolean {
  return objections.some(({ finding }) => finding?.data.outcome === 'amend' && finding.seq > seq)
}

/** Whether the plan's notice stands: it is up, every objection was answered, and no answer came after it. */
export function planNoticeStands(plan: PlanState): boolean {
  const isAnswered = plan.objections.every(({ finding }) => finding !== undefined)
  return isAnswered && (plan.notice?.seq ?? 0) > lastFindingSeq(plan.objections)
}
