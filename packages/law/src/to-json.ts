import { ratioText } from '@yizhuan/kit'
import type { Assessment } from './assess.ts'
import type { Finding } from './finding.ts'
import type { ShareLine } from './money.ts'
import type { UsedParameter } from './parameters.ts'
import { isRatio, type Value } from './value.ts'

/** An assessment as plain JSON: fen as decimal strings, shares as "7/10", without the explanations. */
export function assessmentToJson(assessment: Assessment): Record<string, unknown> {
  const { packs, hash, asOf, lapses, findings, actions, money } = assessment
  return plain({
    packs,
    hash,
    asOf,
    lapses: lapses.length > 0 ? lapses : undefined,
    findings: findings.map(findingToJson),
    actions,
    money: money && {
      ...money,
      floors: money.floors.map(shareToJson),
      caps: money.caps.map(shareToJson),
    },
  }) as Record<string, unknown>
}

/** A finding field by field: it is not a plain object, and the order of the fields is kept. */
function findingToJson(finding: Finding): Record<string, unknown> {
  return {
    norm: finding.norm,
    pack: finding.pack,
    topic: finding.topic,
    title: finding.title,
    force: finding.force,
    status: finding.status,
    possible: finding.possible,
    missing: finding.missing,
    due: finding.due,
    opens: finding.opens,
    cites: finding.cites,
    readings: finding.readings,
    evidence: finding.evidence,
    breachOf: finding.breachOf,
    advisory: finding.advisory,
    calendarMissing: finding.calendarMissing,
    parameters: finding.parameters.map(parameterToJson),
  }
}

function shareToJson({ parameter, ...share }: ShareLine): Record<string, unknown> {
  return { ...share, parameter: parameterToJson(parameter) }
}

/** A parameter as plain JSON. */
export function parameterToJson(parameter: UsedParameter): Record<string, unknown> {
  return plain(parameter) as Record<string, unknown>
}

/** A value as plain JSON. */
export function valueToJson(value: Value): unknown {
  return plain(value)
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (isRatio(value)) return ratioText(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const told: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    if (inner !== undefined) told[key] = plain(inner)
  }
  return told
}
