// What each act of a transfer case rests on: it cannot have happened before.

import type { Day } from '@yizhuan/kit'
import type { ActType } from './acts.ts'
import { underwaySince } from './modes/mode.ts'
import { type CaseState, latestNotice, openObjection, pendingReceipts } from './state.ts'
import { writeOffProposed } from './write-offs.ts'

type Rests = (state: CaseState) => readonly (Day | undefined)[]

const onDisclosure: Rests = ({ disclosure }) => [disclosure?.on]
const onTalks: Rests = ({ negotiation }) => [negotiation?.on]
const onNotice: Rests = (state) => [latestNotice(state)?.on, state.changeNotice?.on]
const onSigning: Rests = ({ signing }) => [signing?.on]
const onReport: Rests = ({ report, reportReturned }) => [report?.on, reportReturned?.on]
const onPlan: Rests = ({ plan }) => [plan?.on]
const onPlanNotice: Rests = ({ plan }) => [plan?.notice?.on]
const onLatest: Rests = ({ lastOn }) => [lastOn]

/** The days of the acts that each act rests on. */
export const rests: Readonly<Partial<Record<ActType, Rests>>> = {
  disclosureReturned: onDisclosure,
  titleRegistered: onDisclosure,
  titleLeftOpen: onDisclosure,
  screened: ({ disclosure, screening }) => [disclosure?.on, screening?.on],
  negotiationStarted: ({ screening, title, titleOpen }) => [
    screening?.on,
    title?.on ?? titleOpen?.on,
  ],
  negotiationLogged: onTalks,
  proposed: onTalks,
  reviewed: ({ proposal }) => [proposal?.on],
  noticePublished: ({ review }) => [review?.on],
  objectionFiled: onNotice,
  abnormalityFound: onNotice,
  objectionFound: (state) => [openObjection(state)?.on],
  noticeCertified: (state) => [latestNotice(state)?.on],
  termsChanged: ({ proposal, signing }) => [proposal?.on, signing?.on],
  decided: (state) => [state.review?.on, latestNotice(state)?.certifiedOn],
  signed: ({ decision }) => [decision?.on],
  contractRegistered: onSigning,
  registrationReported: ({ registration }) => [registration?.on],
  universityReviewed: onSigning,
  reported: onSigning,
  reportReturned: onReport,
  reportSupplemented: onReport,
  receiptRecorded: (state) => [underwaySince(state)],
  receivableWrittenOff: (state) => [underwaySince(state), writeOffProposed(state)?.on],
  planDrafted: (state) => pendingReceipts(state).map(({ on }) => on),
  planAgreed: onPlan,
  planNoticePublished: onPlan,
  planNoticeCertified: onPlanNotice,
  planObjected: onPlanNotice,
  planObjectionFound: ({ plan }) => plan?.objections.map(({ on }) => on) ?? [],
  changeNoticePublished: ({ change }) => [change?.on],
  changeNoticeCertified: ({ changeNotice }) => [changeNotice?.on],
  paid: ({ plan }) => [plan?.on, plan?.certifiedOn],
  closed: onLatest,
  reopened: onLatest,
  withdrawn: onLatest,
  terminated: onSigning,
  registrationAmended: ({ termination, acts }) => [
    termination?.on ?? acts['contractAmended']?.at(-1)?.on,
  ],
}
