import type { ActType } from '@yizhuan/procedures'
import type { Finding } from './case.api.ts'

/** The eight stages of the main line. */
export const stageIds = [
  'title',
  'negotiation',
  'notice',
  'decision',
  'signing',
  'registration',
  'report',
  'performance',
] as const
export type StageId = (typeof stageIds)[number]

/** Where the rules of a topic belong; what is not named here concerns the performance. */
const stageOfTopic: Readonly<Record<string, StageId>> = {
  disclosure: 'title',
  title: 'title',
  screening: 'title',
  negotiation: 'negotiation',
  review: 'negotiation',
  notice: 'notice',
  decision: 'decision',
  signing: 'signing',
  registration: 'registration',
  report: 'report',
}

/** Where the acts belong; what is not named here concerns the performance. */
const stageOfType: Readonly<Partial<Record<ActType, StageId>>> = {
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

/** The stage a finding belongs to. */
export function stageOfFinding({ topic }: Pick<Finding, 'topic'>): StageId {
  return stageOfTopic[topic.split('.')[0] ?? ''] ?? 'performance'
}

/** The stage an act belongs to. */
export function stageOfAct(type: string): StageId {
  return stageOfType[type as ActType] ?? 'performance'
}

/** How many findings of a stage are met, to be answered and broken; what does not apply is not counted. */
export interface Tally {
  readonly met: number
  readonly open: number
  readonly advised: number
  readonly breached: number
  readonly na: number
}

type Weighed = Pick<Finding, 'status'> & Partial<Pick<Finding, 'force' | 'advisory'>>

/** What a reader is shown: a rule in principle or of a draft advises, it is not breached. */
export function shownStatus({ status, force, advisory }: Weighed): string {
  return status === 'breached' && (force === 'should' || advisory) ? 'advised' : status
}

/** The findings of one stage. */
export interface FindingGroup {
  readonly stage: StageId
  readonly isHere: boolean
  readonly isAhead: boolean
  readonly findings: readonly Finding[]
  readonly tally: Tally
}

const order = ['breached', 'advised', 'pending', 'unknown', 'met', 'na']

/** Counts findings by what they ask of the reader. */
export function tallyOf(findings: readonly Weighed[]): Tally {
  const count = (...statuses: string[]) =>
    findings.filter((finding) => statuses.includes(shownStatus(finding))).length
  return {
    met: count('met'),
    open: count('pending', 'unknown'),
    advised: count('advised'),
    breached: count('breached'),
    na: count('na'),
  }
}

/**
 * The findings by stage: what the case is at first, then what lies behind it, then what lies ahead. In a
 * stage the broken come first and what does not apply last.
 */
export function groupFindings(
  findings: readonly Finding[],
  stages: readonly { readonly id: string; readonly status: string }[],
): readonly FindingGroup[] {
  const statusOf = (stage: StageId) => stages.find(({ id }) => id === stage)?.status ?? 'ahead'
  const rank = { current: 0, suspended: 0, done: 1, ahead: 2 } as Readonly<Record<string, number>>
  return stageIds
    .map((stage) => {
      const own = findings
        .filter((finding) => stageOfFinding(finding) === stage)
        .toSorted((a, b) => order.indexOf(shownStatus(a)) - order.indexOf(shownStatus(b)))
      const status = statusOf(stage)
      const isHere = status === 'current' || status === 'suspended'
      return { stage, isHere, isAhead: status === 'ahead', findings: own, tally: tallyOf(own) }
    })
    .filter(({ findings: own }) => own.length > 0)
    .toSorted((a, b) => (rank[statusOf(a.stage)] ?? 2) - (rank[statusOf(b.stage)] ?? 2))
}
