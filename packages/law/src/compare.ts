import type { Assessment } from './assess.ts'
import type { Finding } from './finding.ts'
import type { Status } from './judge.ts'
import type { UsedParameter } from './parameters.ts'
import { isSame } from './value.ts'

/** What two assessments say differently of one topic; "absent" where a pack has no such norm. */
export interface Difference {
  readonly topic: string
  readonly before: Status | 'absent'
  readonly after: Status | 'absent'
  readonly norms: readonly string[]
}

/** What several assessments say of one topic, in their order; undefined where one has no such norm. */
export interface TopicRow {
  readonly topic: string
  readonly cells: readonly (Finding | undefined)[]
  /** They differ in what is found, until when, or by which numbers and whose they are. */
  readonly differs: boolean
}

/** Two packs, two days, two revisions, two readings, law against own rule: one and the same question. */
export function compareAssessments(before: Assessment, after: Assessment): readonly Difference[] {
  return byTopics([before, after])
    .map(({ topic, cells: [x, y] }) => {
      const norms = [...new Set([x?.norm, y?.norm].filter((id) => id !== undefined))]
      return { topic, before: x?.status ?? 'absent', after: y?.status ?? 'absent', norms } as const
    })
    .filter((difference) => difference.before !== difference.after)
}

/** Assessments side by side, topic by topic; what differs comes first. */
export function byTopics(assessments: readonly Assessment[]): readonly TopicRow[] {
  const told = assessments.map(speaking)
  const topics = [...new Set(told.flatMap((each) => [...each.keys()]))]
  const rows = topics.map((topic): TopicRow => {
    const cells = told.map((each) => each.get(topic))
    const [first, ...others] = cells
    return { topic, cells, differs: others.some((other) => !isAlike(first, other)) }
  })
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** First what all speak of differently, then what only some speak of, then what is the same. */
function rankOf({ differs, cells }: TopicRow): number {
  if (!differs) return 2
  return cells.some(silent) ? 1 : 0
}

/**
 * Of several norms on one topic the one speaks that weighs most: a breach first, a silent one last;
 * of equals the one that stands closest, as packs go from the widest to the closest.
 */
function speaking(assessment: Assessment): ReadonlyMap<string, Finding> {
  const told = new Map<string, Finding>()
  for (const finding of assessment.findings) {
    const known = told.get(finding.topic)
    if (!known || WEIGHT[finding.status] >= WEIGHT[known.status]) told.set(finding.topic, finding)
  }
  return told
}

const WEIGHT: Readonly<Record<Status, number>> = {
  breached: 4,
  pending: 3,
  unknown: 2,
  met: 1,
  na: 0,
}

function isAlike(a: Finding | undefined, b: Finding | undefined): boolean {
  if (!a || !b) return silent(a) && silent(b)
  if (a.status !== b.status || a.due !== b.due || a.opens !== b.opens) return false
  return a.status === 'na' || sameNumbers(a, b)
}

/** A rule that is not there and one that does not apply say the same: nothing. */
const silent = (finding: Finding | undefined): boolean => !finding || finding.status === 'na'

function sameNumbers(a: Finding, b: Finding): boolean {
  return a.parameters.length === b.parameters.length && a.parameters.every(isIn(b.parameters))
}

const isIn =
  (others: readonly UsedParameter[]) =>
  ({ id, value, provenance }: UsedParameter): boolean =>
    others.some(
      (other) => other.id === id && isSame(value, other.value) && provenance === other.provenance,
    )
