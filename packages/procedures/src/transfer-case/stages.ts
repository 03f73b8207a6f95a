import type { Day, Words } from '@yizhuan/kit'
import type { Stage } from '../procedure/procedure.ts'
import type { ActType } from './acts.ts'
import { isAlone, isUnderway } from './modes/mode.ts'
import { dealOf, isOpenToBids } from './pricing/deal.ts'
import { type CaseState, latestNotice, noticeStands } from './state.ts'
import { takesOver } from './taken-over/taken-over.ts'

/** The stages of the main line, and of an offer. */
export type StageId =
  | 'title'
  | 'negotiation'
  | 'notice'
  | 'decision'
  | 'listing'
  | 'signing'
  | 'registration'
  | 'report'
  | 'performance'

export const stageWords: Readonly<Record<StageId, Words>> = {
  title: { zh: '报备权属', en: 'Disclosure and title' },
  negotiation: { zh: '谈判审核', en: 'Negotiation and review' },
  notice: { zh: '公示', en: 'Notice' },
  decision: { zh: '集体决策', en: 'Decision' },
  listing: { zh: '挂牌拍卖', en: 'Listing or auction' },
  signing: { zh: '签约', en: 'Signing' },
  registration: { zh: '合同登记', en: 'Registration' },
  report: { zh: '总结上报', en: 'Report' },
  performance: { zh: '履约分配', en: 'Performance and distribution' },
}

/** Where the acts belong; what is not named here concerns the performance. */
export const stageOfAct: Readonly<Partial<Record<ActType, StageId>>> = {
  caseOpened: 'title',
  disclosed: 'title',
  disclosureReturned: 'title',
  titleRegistered: 'title',
  titleLeftOpen: 'title',
  screened: 'title',
  specialApprovalRecorded: 'title',
  negotiationStarted: 'negotiation',
  negotiationLogged: 'negotiation',
  proposed: 'negotiation',
  reviewed: 'negotiation',
  termsChanged: 'negotiation',
  noticePublished: 'notice',
  objectionFiled: 'notice',
  tipReceived: 'notice',
  abnormalityFound: 'notice',
  objectionFound: 'notice',
  noticeCertified: 'notice',
  decided: 'decision',
  signed: 'signing',
  contractRegistered: 'registration',
  registrationReported: 'registration',
  universityReviewed: 'report',
  reported: 'report',
}

/** The stages with where the case stands. */
export function stagesOf(state: CaseState): readonly Stage[] {
  const notice = latestNotice(state)
  // A change after signing has a notice of its own; it does not undo the stage.
  const isNoticed =
    notice?.lastShownOn !== undefined && (state.signing !== undefined || noticeStands(state))
  const done: Readonly<Record<StageId, Day | undefined>> = {
    title: state.screening && (state.title ?? state.titleOpen)?.on,
    negotiation: state.review?.data.outcome === 'passed' ? state.review.on : undefined,
    notice: isNoticed ? notice.lastShownOn : undefined,
    decision: state.decision?.data.result === 'passed' ? state.decision.on : undefined,
    listing: dealOf(state)?.on,
    signing: state.signing?.on,
    registration: state.registration?.on,
    report: state.report?.on,
    performance: state.status === 'closed' ? state.distributions.at(-1)?.payment.on : undefined,
  }
  const ids = (Object.keys(stageWords) as StageId[]).filter((id) => isStageOf(state, id))
  const current = ids.find((id) => done[id] === undefined)
  return ids.map((id) => {
    const on = done[id]
    const isCurrent = id === current || (isUnderway(state) && on === undefined)
    const now = state.status === 'suspended' ? ('suspended' as const) : ('current' as const)
    const status = on !== undefined ? 'done' : isCurrent ? now : 'ahead'
    return { id, label: stageWords[id], status, ...(on === undefined ? {} : { on }) }
  })
}

/** What led to a contract that was concluded before is no stage of the case that takes it over. */
export const beforeSigning: readonly StageId[] = [
  'title',
  'negotiation',
  'notice',
  'decision',
  'listing',
]

/** Whether the case passes a stage: an agreed price is not offered, own implementation is no deal. */
function isStageOf(state: CaseState, id: StageId): boolean {
  if (takesOver(state) && beforeSigning.includes(id)) return false
  if (id === 'listing') return isOpenToBids(state)
  return !isAlone(state) || !['notice', 'signing', 'registration', 'report'].includes(id)
}

/** The stage a case stands in; the last one while it is performed. */
export function stageOf(state: CaseState): string {
  if (isUnderway(state)) return 'performance'
  return stagesOf(state).find(({ status }) => status !== 'done')?.id ?? 'performance'
}
