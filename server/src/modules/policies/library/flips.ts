// What would change a finding: one fact after the other is supposed to be something else.
import {
  type AssessOptions,
  assess,
  type FactDocument,
  type Facts,
  kindOf,
  type Law,
  type Norm,
  optionsOf,
  type Status,
  type Value,
} from '@yizhuan/law'

/** One fact with another value, and the status that would follow. */
export interface Flip {
  readonly fact: string
  readonly value: Value
  readonly status: Status
}

/**
 * The facts that, each alone, would change what is found of a norm. Yes and no, the codes of a choice
 * and "none" are tried; of amounts and days those that the other examples of the norm hold.
 */
export function flipsOf(
  law: Law,
  norm: Norm,
  facts: Facts,
  options: AssessOptions,
  tried: ReadonlyMap<string, readonly Value[]>,
): readonly Flip[] {
  const statusOf = (supposed: Facts): Status | undefined =>
    assess(law, supposed, { ...options, only: new Set([norm.id]) }).findings[0]?.status
  const now = statusOf(facts)
  return [...norm.uses.facts].flatMap((fact) => {
    const document = law.vocabulary[fact]
    const seen = new Set<Status>()
    return others(document, facts[fact], tried.get(fact) ?? []).flatMap((value): Flip[] => {
      const status = statusOf({ ...facts, [fact]: value })
      // One value for each outcome says enough.
      if (status === undefined || status === now || seen.has(status)) return []
      seen.add(status)
      return [{ fact, value, status }]
    })
  })
}

function others(
  document: FactDocument | undefined,
  present: Value | undefined,
  tried: readonly Value[],
): readonly Value[] {
  if (!document) return []
  const kind = kindOf(document.type)
  const codes: readonly Value[] =
    kind === 'bool' ? [true, false] : kind === 'enum' ? Object.keys(optionsOf(document.type)) : []
  const none: readonly Value[] = document.nullable ? [null] : []
  const known = codes.length > 0 ? codes : tried
  return [...known, ...none].filter((value) => present === undefined || !isSame(value, present))
}

function isSame(a: Value, b: Value): boolean {
  return a === b || textOf(a) === textOf(b)
}

/** A value as text, exact: to see whether it was met before. */
export function textOf(value: Value): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'bigint' ? part.toString() : part,
  )
}
