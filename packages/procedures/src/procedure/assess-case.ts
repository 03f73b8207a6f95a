// What the law says of a case as its record shows it: findings with the papers behind them, and by
// how much the act that settled them was recorded late.
import type { Day } from '@yizhuan/kit'
import {
  type Assessment,
  assess,
  assessMoney,
  assessmentToJson,
  type InstitutionReading,
  type InstitutionRule,
  knownFacts,
  type Law,
  type MoneyBlock,
  type Verdict,
} from '@yizhuan/law'
import { papersOf } from './papers.ts'
import { actFor, actOf, type Procedure } from './procedure.ts'
import type { CommonState, LateAct } from './state.ts'

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
export function assessCase<State extends CommonState>(
  procedure: Procedure<State>,
  ground: Ground,
  state: State,
  asOf: Day,
): CaseAssessment {
  const { law, rules, chosen, readings } = ground
  const assessment = assess(law, knownFacts(law, procedure.facts(state)), {
    asOf,
    evidence: papersOf(procedure, state),
    ...(procedure.topics && { only: normsOf(law, procedure.topics) }),
    ...(rules ? { rules } : {}),
    ...(chosen ? { chosen } : {}),
    ...(readings ? { readings } : {}),
  })
  return Object.assign(assessment, { late: lateIn(procedure, law, state) })
}

/** The money alone, as the assessment has it: for sums over many days, where no norm is asked. */
export function moneyOfCase<State extends CommonState>(
  procedure: Procedure<State>,
  { law, rules, chosen, readings }: Ground,
  state: State,
  asOf: Day,
): MoneyBlock | undefined {
  return assessMoney(law, knownFacts(law, procedure.facts(state)), {
    asOf,
    ...(rules ? { rules } : {}),
    ...(chosen ? { chosen } : {}),
    ...(readings ? { readings } : {}),
  })
}

function normsOf({ norms }: Law, topics: readonly string[]): ReadonlySet<string> {
  return new Set(norms.filter(({ topic }) => topics.includes(topic)).map(({ id }) => id))
}

/** The norms whose act was recorded later than it happened. */
function lateIn(procedure: Procedure, { norms }: Law, { late }: CommonState) {
  if (late.length === 0) return {}
  return Object.fromEntries(
    norms.flatMap(({ id, settledBy }) => {
      const type = settledBy === undefined ? undefined : actFor(procedure, settledBy)
      const act = late.findLast((one) => one.type === type)
      return act ? [[id, act]] : []
    }),
  )
}

/** The verdict of the law on an act; undefined for acts that no action of the law guards. */
export function verdictIn(
  procedure: Procedure,
  assessment: Assessment,
  type: string,
): Verdict | undefined {
  const action = actOf(procedure, type)?.action
  return action === undefined ? undefined : assessment.actions[action]
}

/** The assessment as plain JSON, each finding with the action that settles it and the act recorded late. */
export function caseAssessmentToJson(assessment: CaseAssessment): Record<string, unknown> {
  const { late } = assessment
  const json = assessmentToJson(assessment)
  const findings = json['findings'] as readonly Readonly<Record<string, unknown>>[]
  return {
    ...json,
    findings: findings.map((finding, at) => {
      const recordedLate = late[String(finding['norm'])]
      const { settledBy, requiredFor = [] } = assessment.findings[at] ?? {}
      return {
        ...finding,
        ...(settledBy !== undefined && { settledBy }),
        ...(requiredFor.length > 0 && { requiredFor }),
        ...(recordedLate && { recordedLate }),
      }
    }),
  }
}
