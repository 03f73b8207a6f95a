// Which acts move a transfer case on.
import type { ActType } from './acts.ts'
import { heldForOthers } from './co-owners/co-owners.ts'
import { awaitsDecision } from './decision/plan-decision.ts'
import { isAlone } from './modes/mode.ts'
import { dealOf, isOpenToBids } from './pricing/deal.ts'
import { isRegistrationBehind } from './registration/taken-back.ts'
import {
  awaited,
  type CaseState,
  mustAmend,
  type PlanState,
  pendingReceipts,
  planNoticeStands,
  universityReviewOf,
} from './state.ts'
import { isOutweighed, namesParts } from './taking.ts'
import { writeOffProposed } from './write-offs.ts'

/** Whether an act is still lacking on the main line; acts without an entry never are. */
export const lacking: Readonly<Partial<Record<ActType, (state: CaseState) => boolean>>> = {
  disclosed: (s) => s.disclosure === undefined || s.questions !== undefined,
  titleRegistered: (s) => s.title === undefined && s.titleOpen === undefined,
  screened: (s) => s.screening === undefined,
  specialApprovalRecorded: (s) => s.specialApproval === undefined && isSpecial(s),
  negotiationStarted: (s) => s.negotiation === undefined,
  negotiationLogged: (s) => s.talks.length === 0,
  proposed: (s) => s.proposal === undefined || isReturned(s) || isAltered(s),
  reviewed: (s) => s.review === undefined,
  noticePublished: (s) => s.review?.data.outcome === 'passed' && !isAlone(s),
  objectionFound: () => true,
  noticeCertified: () => true,
  decided: (s) => !isAltered(s),
  signed: (s) =>
    s.decision?.data.result === 'passed' &&
    (!isOpenToBids(s) || !!dealOf(s)) &&
    s.acts['openLicenceDeclared'] === undefined,
  contractRegistered: (s) => s.registration?.data.outcome !== 'not_technology',
  registrationReported: (s) => s.registrationReportedOn === undefined,
  universityReviewed: (s) => isUniversitys(s) && isToReview(s),
  reported: (s) => s.report === undefined,
  receiptRecorded: (s) => s.receipts.length === 0,
  receivableWrittenOff: (s) => writeOffProposed(s) !== undefined,
  reportSupplemented: (s) => (s.reportReturned?.seq ?? 0) > (s.reportSupplement?.seq ?? 0),
  planDrafted: (s) =>
    s.plan === undefined ||
    mustAmend(s.plan) ||
    isOvertaken(s) ||
    s.plan.decision?.data.result === 'rejected',
  planAgreed: (s) => awaited(s).length > 0,
  planNoticePublished: (s) => awaited(s).length === 0 && isToShow(s.plan) && !isOvertaken(s),
  planNoticeCertified: (s) => s.plan !== undefined && planNoticeStands(s.plan),
  planObjectionFound: () => true,
  changeNoticePublished: (s) => s.changeNotice === undefined,
  changeNoticeCertified: (s) => s.changeNotice?.lastShownOn === undefined,
  paid: (s) =>
    s.plan?.lastShownOn !== undefined &&
    planNoticeStands(s.plan) &&
    !isOvertaken(s) &&
    !awaitsDecision(s),
  registrationAmended: (s) => isRegistered(s) && isRegistrationBehind(s),
  closed: (s) =>
    s.distributions.length > 0 && pendingReceipts(s).length === 0 && heldForOthers(s) === 0n,
}

/** Whether the plan waits to be put up: for the first time, or afresh after an objection was answered. */
function isToShow(plan: PlanState | undefined): boolean {
  const isAnswered = plan?.objections.every(({ finding }) => finding !== undefined)
  return plan !== undefined && isAnswered === true && !planNoticeStands(plan) && !mustAmend(plan)
}

/** A receipt or cost came after the plan was drafted: it no longer adds up to the net income. */
function isOvertaken(state: CaseState): boolean {
  const { plan, receipts, costs } = state
  if (plan === undefined) return false
  if (namesParts(plan.data)) return isOutweighed(state)
  return [...receipts, ...costs].some(
    ({ seq, distribution }) => distribution === undefined && seq > plan.seq,
  )
}

function isRegistered({ registration }: CaseState): boolean {
  return registration?.data.outcome === 'registered'
}

function isReturned({ review }: CaseState): boolean {
  return review?.data.outcome === 'returned'
}

/** The leadership asked for other terms: they are proposed, reviewed and published anew. */
function isAltered({ decision }: CaseState): boolean {
  return decision?.data.result === 'altered'
}

/** A submission waits for the university: the first, or what mends a report that came back. */
function isToReview(s: CaseState): boolean {
  const returned = s.reportReturned?.seq
  if (s.report === undefined) return s.universityReviews.length === 0
  const isMended = returned === undefined || (s.reportSupplement?.seq ?? 0) > returned
  return !isMended && universityReviewOf(s, undefined, returned) === undefined
}

function isUniversitys({ opened }: CaseState): boolean {
  return opened.data.universityAffiliated
}

/** "Unsure" counts as yes until somebody is sure. */
function isSpecial({ screening }: CaseState): boolean {
  if (!screening) return false
  const { stateSecret, nationalSecurity, keyTechnology } = screening.data
  return [stateSecret, nationalSecurity, keyTechnology].some((answer) => answer !== 'no')
}
