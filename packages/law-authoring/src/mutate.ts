import type { CalendarYear } from '@yizhuan/kit'
import { compile, type Pack } from '@yizhuan/law'
import type { LawCase } from './case-document.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { failuresOf } from './run-cases.ts'

/** How many small mistakes in a pack its cases would notice, and which they would not. */
export interface MutationReport {
  readonly mutants: number
  readonly alive: readonly string[]
}

/** Puts every mutant before the cases. A mutant that none notices names a case to write. */
export function mutate(
  pack: Pack,
  calendars: readonly CalendarYear[],
  cases: readonly LawCase[],
): MutationReport {
  const mutants = mutantsOf(pack)
  const alive = mutants.filter((mutant) => !isNoticed(mutant, calendars, cases))
  return { mutants: mutants.length, alive: alive.map((mutant) => mutant.name) }
}

function isNoticed(
  { pack, norm }: Mutant,
  calendars: readonly CalendarYear[],
  cases: readonly LawCase[],
): boolean {
  const law = compile([pack], calendars)
  const about = (each: LawCase) => norm !== undefined && each.expect[norm] !== undefined
  // The cases about the changed norm first: most mutants fall at once.
  const ordered = [...cases.filter(about), ...cases.filter((each) => !about(each))]
  return ordered.some((each) => failuresOf(law, each).length > 0)
}

/** The norms for which no case expects each of the statuses met, breached and unknown. */
export function untriedStatuses(pack: Pack, cases: readonly LawCase[]): string[] {
  return pack.norms.flatMap((norm) => {
    const tried = new Set(cases.map((each) => each.expect[norm.id]?.status))
    return ['met', 'breached', 'unknown']
      .filter((status) => !tried.has(status))
      .map((status) => `${norm.id}: no case expects ${status}`)
  })
}
