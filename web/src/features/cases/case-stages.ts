import { actFor, actOf, type Procedure, procedureById } from '@yizhuan/procedures'
import type { Finding } from './case.api.ts'

/** Where the rules of a topic belong; what is not named here concerns the performance. */
const stageOfTopic: Readonly<Record<string, string>> = {
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

/**
 * The stage a finding belongs to: that of its topic, of the act that settles it, of the first act that
 * needs it, or the last one.
 */
export function stageOfFinding(
  procedure: string,
  { topic, settledBy, requiredFor = [] }: Pick<Finding, 'topic' | 'settledBy' | 'requiredFor'>,
): string {
  const known = procedureById(procedure)
  const byTopic = stageOfTopic[topic.split('.')[0] ?? '']
  if (!known) return byTopic ?? ''
  if (byTopic !== undefined && known.stageWords[byTopic]) return byTopic
  const act =
    settledBy === undefined
      ? Object.keys(known.acts).find((type) => requiredFor.includes(known.acts[type]?.action ?? ''))
      : actFor(known, settledBy)
  return (act && actOf(known, act)?.stage) ?? lastOf(known)
}

/** The stage an act belongs to. */
export function stageOfAct(procedure: string, type: string): string {
  const known = procedureById(procedure)
  return (known && (actOf(known, type)?.stage ?? lastOf(known))) ?? ''
}

function lastOf({ stageWords }: Procedure): string {
  return Object.keys(stageWords).at(-1) ?? ''
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
  readonly stage: string
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
  procedure: string,
  findings: readonly Finding[],
  stages: readonly { readonly id: string; readonly status: string }[],
): readonly FindingGroup[] {
  const statusOf = (stage: string) => stages.find(({ id }) => id === stage)?.status ?? 'ahead'
  const rank = { current: 0, suspended: 0, done: 1, ahead: 2 } as Readonly<Record<string, number>>
  return stages
    .map(({ id: stage }) => {
      const own = findings
        .filter((finding) => stageOfFinding(procedure, finding) === stage)
        .toSorted((a, b) => order.indexOf(shownStatus(a)) - order.indexOf(shownStatus(b)))
      const status = statusOf(stage)
      const isHere = status === 'current' || status === 'suspended'
      return { stage, isHere, isAhead: status === 'ahead', findings: own, tally: tallyOf(own) }
    })
    .filter(({ findings: own }) => own.length > 0)
    .toSorted((a, b) => (rank[statusOf(a.stage)] ?? 2) - (rank[statusOf(b.stage)] ?? 2))
}
