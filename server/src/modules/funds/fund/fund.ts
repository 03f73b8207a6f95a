import type { Words } from '@yizhuan/kit'
import type { FundMovement } from '@yizhuan/money'
import type { FileRef } from '../../cases/index.ts'

// A fund of the house that supports results before they earn: a guidance fund (gd-2025#a25.p3) or money for
// proof of concept. Its ledger is the truth; nothing of it is typed twice.

export const kindWords = {
  guidance: { zh: '成果转化引导资金', en: 'Guidance fund' },
  proof_of_concept: { zh: '概念验证资金', en: 'Proof-of-concept fund' },
} as const satisfies Record<string, Words>
export type FundKind = keyof typeof kindWords
export const fundKinds = Object.keys(kindWords) as [FundKind, ...FundKind[]]

/** How far a project is. */
export const stageWords = {
  concept: { zh: '概念', en: 'Concept' },
  prototype: { zh: '样机或样品', en: 'Prototype' },
  validation: { zh: '验证', en: 'Validation' },
  pilot: { zh: '中试', en: 'Pilot scale' },
  handed_over: { zh: '已转入转化', en: 'Handed over to transfer' },
  stopped: { zh: '已终止', en: 'Stopped' },
} as const satisfies Record<string, Words>
export type ProjectStage = keyof typeof stageWords
export const projectStages = Object.keys(stageWords) as [ProjectStage, ...ProjectStage[]]

export const movementWords = {
  contributed: { zh: '出资', en: 'Paid in' },
  givenBack: { zh: '退回出资方', en: 'Given back' },
  committed: { zh: '立项承诺', en: 'Promised' },
  released: { zh: '核减承诺', en: 'Promise released' },
  drawn: { zh: '拨付', en: 'Drawn' },
  returned: { zh: '项目退回', en: 'Came back' },
  corrected: { zh: '更正误登', en: 'Corrected' },
} as const satisfies Record<LineKind, Words>

/** What a line of the ledger is: a movement, or the correction of one that was entered by mistake. */
export type LineKind = FundMovement | 'corrected'

/** Whether money crosses the account of the house, or only moves within it. */
export const throughs = ['bank', 'house'] as const
export type Through = (typeof throughs)[number]

/** What a project is to reach by when, and what shows that it did. */
export interface Milestone {
  readonly place: number
  readonly title: string
  readonly dueOn: string
  readonly metOn: string | null
  readonly evidence: string | null
  readonly files: readonly FileRef[]
}

/** How a fund is assessed, as the law asks (gd-2025#a35.p2). */
export interface Assessment {
  readonly periodsAssessedApart: boolean
  readonly fundAssessedAsWhole: boolean
  readonly preservationWeight: string
  readonly largestOtherWeight: string
}

/** A line of a ledger, as far as it says what counts. */
export interface Line {
  readonly seq: number
  readonly kind: LineKind
  readonly corrects: number | null
}

/** The lines that count: none that was corrected, nor its correction. */
export function standingLines<One extends Line>(
  lines: readonly One[],
): readonly (One & { readonly kind: FundMovement })[] {
  const gone = new Set(lines.flatMap(({ corrects }) => corrects ?? []))
  return lines.filter(
    (line): line is One & { readonly kind: FundMovement } =>
      line.kind !== 'corrected' && !gone.has(line.seq),
  )
}
