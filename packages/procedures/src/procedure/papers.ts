// Which facts the files of an act prove.
import { actOf, type Procedure } from './procedure.ts'
import type { CommonState } from './state.ts'

/** The names of the files behind each fact. */
export function papersOf(
  procedure: Procedure,
  { papers }: CommonState,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(papers).flatMap(([type, names]) =>
      names.length === 0 ? [] : (actOf(procedure, type)?.proves ?? []).map((fact) => [fact, names]),
    ),
  )
}
