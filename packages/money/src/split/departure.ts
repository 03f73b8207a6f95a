import { type SplitLayer, type SplitRule, splitLayers } from './rule.ts'
import type { Split } from './split.ts'

/** A plan as it stands in a case; amounts are whole fen. */
export interface PlanParts {
  readonly lines: readonly { readonly amount: string }[]
  readonly toTto: string
  readonly toTtoStaff: string
  readonly toCompany?: string | undefined
  readonly toInstitution: string
  readonly purposes?: readonly { readonly purpose: string; readonly amount: string }[] | undefined
}

/** Every line by which a plan and a rule are held against each other. */
export const splitLines = [...splitLayers, 'staff', 'institution'] as const
export type SplitLine = (typeof splitLines)[number]

/** One line of a plan that gives something else than the rule. */
export interface Departure {
  readonly line: SplitLine
  readonly byRule: bigint
  readonly planned: bigint
}

/** What a plan gives, line by line; what the institution keeps for a department is the department's. */
export function plannedParts(plan: PlanParts): Readonly<Record<SplitLine, bigint>> {
  const company = BigInt(plan.toCompany ?? 0)
  const department = sum((plan.purposes ?? []).filter(({ purpose }) => purpose === 'department'))
  return {
    contributors: sum(plan.lines),
    department,
    office: BigInt(plan.toTto) - company,
    company,
    staff: BigInt(plan.toTtoStaff),
    institution: BigInt(plan.toInstitution) - department,
  }
}

/** Where a plan departs from what the rule gives. */
export function departures({ parts, staff }: Split, plan: PlanParts): readonly Departure[] {
  const byRule = { ...parts, staff }
  const planned = plannedParts(plan)
  return splitLines
    .filter((line) => byRule[line] !== planned[line])
    .map((line) => ({ line, byRule: byRule[line], planned: planned[line] }))
}

/** A rule where nobody takes part in a layer: what it would have had stays with the institution. */
export function withoutLayer(rule: SplitRule, layer: SplitLayer): SplitRule {
  const { [layer]: _gone, ...layers } = rule.layers
  return { ...rule, layers }
}

const sum = (lines: readonly { readonly amount: string }[]): bigint =>
  lines.reduce((total, { amount }) => total + BigInt(amount), 0n)
