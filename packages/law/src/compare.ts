import type { Assessment } from './assess.ts'
import type { Finding } from './finding.ts'
import type { Status } from './judge.ts'

/** What two assessments say differently of one topic; "absent" where a pack has no such norm. */
export interface Difference {
  readonly topic: string
  readonly before: Status | 'absent'
  readonly after: Status | 'absent'
  readonly norms: readonly string[]
}

/** Two packs, two days, two revisions, two readings, law against own rule: one and the same question. */
export function compareAssessments(before: Assessment, after: Assessment): readonly Difference[] {
  const [a, b] = [byTopic(before), byTopic(after)]
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((topic) => {
      const [x, y] = [a.get(topic), b.get(topic)]
      const norms = [...new Set([x?.norm, y?.norm].filter((id) => id !== undefined))]
      return { topic, before: x?.status ?? 'absent', after: y?.status ?? 'absent', norms } as const
    })
    .filter((difference) => difference.before !== difference.after)
}

function byTopic(assessment: Assessment): ReadonlyMap<string, Finding> {
  return new Map(assessment.findings.map((finding) => [finding.topic, finding]))
}
