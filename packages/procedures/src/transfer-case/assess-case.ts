// What the law says of a case as its record shows it: findings with the papers behind them, and by
// how much the act that settled them was recorded late.
import type { Day } from '@yizhuan/kit'
import {
  type Assessment,
  assess,
  assessmentToJson,
  type InstitutionReading,
  type InstitutionRule,
  type Law,
  parseFacts,
} from '@yizhuan/law'
import { actFor } from './act-rules.ts'
import { factsOf } from './facts.ts'
import { papersOf } from './papers.ts'
import type { CaseState, LateAct } from './state.ts'

/** Under which law, and with what the institution added to it, a case is judged. */
export interface Ground {
  readonly law: Law
  readonly rules?: readonly InstitutionRule[]
  /** Readings the institution chose, each from its day on. */
  readonly chosen?: readonly InstitutionReading[]
  /** Readings to look through for once. */
  readonly readings?: Readonly<Record<string, string>>
}

/** What the law says of a case; `late` tells which findings rest on an act that was recorded late. */
export interface CaseAssessment extends Assessment {
  /** By the id of the norm. */
  readonly late: Readonly<Record<string, LateAct>>
}

/** What the law says of a case as its record shows it on a day. */
export function assessCase(ground: Ground, state: CaseState, asOf: Day): CaseAssessment {
  const { law, rules, chosen, readings } = ground
  const assessment = assess(law, parseFacts(law, factsOf(state)), {
    asOf,
    evidence: papersOf(state),
    ...(rules ? { rules } : {}),
    ...(chosen ? { chosen } : {}),
    ...(readings ? { readings } : {}),
  })
  return Object.assign(assessment, { late: lateIn(law, state) })
}

/** The norms whose act was recorded later than it happened. */
function lateIn({ norms }: Law, { late }: CaseState): CaseAssessment['late'] {
  if (late.length === 0) return {}
  return Object.fromEntries(
    norms.flatMap(({ id, settledBy }) => {
      const type = settledBy === undefined ? undefined : actFor(settledBy)
      const act = late.findLast((one) => one.type === type)
      return act ? [[id, act]] : []
    }),
  )
}

/** The assessment as plain JSON, each finding with the act that was recorded late. */
export function caseAssessmentToJson(assessment: CaseAssessment): Record<string, unknown> {
  const { late } = assessment
  const json = assessmentToJson(assessment)
  const findings = json['findings'] as readonly Readonly<Record<string, unknown>>[]
  return {
    ...json,
    findings: findings.map((finding) => {
      const recordedLate = late[String(finding['norm'])]
      return recordedLate ? { ...finding, recordedLate } : finding
    }),
  }
}
