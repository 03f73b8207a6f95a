import { ratioText } from '@yizhuan/kit'
import type { Assessment } from './assess.ts'
import type { ShareLine } from './money.ts'
import type { UsedParameter } from './parameters.ts'
import { isRatio, type Value } from './value.ts'

/** An assessment as plain JSON: fen as decimal strings, shares as "7/10", without the explanations. */
export function assessmentToJson(assessment: Assessment): Record<string, unknown> {
  return plain({
    ...assessment,
    findings: assessment.findings.map(({ why: _why, parameters, ...finding }) => ({
      ...finding,
      parameters: parameters.map(parameterToJson),
    })),
    ...(assessment.money
      ? {
          money: {
            ...assessment.money,
            floors: assessment.money.floors.map(shareToJson),
            caps: assessment.money.caps.map(shareToJson),
          },
        }
      : {}),
  }) as Record<string, unknown>
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
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}
