import type { CalendarYear } from '@yizhuan/kit'
import { compile, type Facts, type Pack, parseFacts } from '@yizhuan/law'
import type { LawCase } from './case-document.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { failuresOf } from './run-cases.ts'

/** How many small mistakes in a pack its cases would notice, and which they would not. */
export interface MutationReport {
  readonly mutants: number
  readonly alive: readonly string[]
}

/**
 * Puts every mutant before the cases. A mutant that none notices names a case to write.
 *
 * It takes seconds; who must not be kept waiting so long takes one mutant at a time.
 */
export function* mutating(
  pack: Pack,
  calendars: readonly CalendarYear[],
  cases: readonly LawCase[],
): Generator<void, MutationReport> {
  const mutants = mutantsOf(pack)
  // No mutant touches the vocabulary, so the facts of a case are read once for all of them.
  const law = compile([pack], calendars)
  const ready = cases.map((each) => ({ ...each, known: parseFacts(law, each.facts) }))
  const alive: string[] = []
  for (const mutant of mutants) {
    if (!isNoticed(mutant, calendars, ready)) alive.push(mutant.name)
    yield
  }
  return { mutants: mutants.length, alive }
}

/** The same at once. */
export function mutate(
  pack: Pack,
  calendars: readonly CalendarYear[],
  cases: readonly LawCase[],
): MutationReport {
  const steps = mutating(pack, calendars, cases)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

type ReadyCase = LawCase & { readonly known: Facts }

function isNoticed(
  { pack, norm }: Mutant,
  calendars: readonly CalendarYear[],
  cases: readonly ReadyCase[],
): boolean {
  // The changed norm by itself first, on the cases about it: most mutants fall there, and soon.
  if (norm !== undefined) {
    const norms = pack.norms.filter((each) => each.id === norm)
    const alone = compile([{ ...pack, norms, digests: {} }], calendars)
    const about = cases.flatMap((each) => {
      const want = each.expect[norm]
      return want ? [{ ...each, expect: { [norm]: want }, actions: {}, warns: {} }] : []
    })
    if (about.some(({ money: _money, ...each }) => failuresOf(alone, each, each.known).length > 0))
      return true
  }
  const law = compile([{ ...pack, digests: {} }], calendars)
  return cases.some((each) => failuresOf(law, each, each.known).length > 0)
}

/** The norms for which no case expects met, breached (or pending) and unknown. */
export function untriedStatuses(pack: Pack, cases: readonly LawCase[]): string[] {
  return pack.norms.flatMap((norm) => {
    const tried = new Set(cases.map((each) => each.expect[norm.id]?.status))
    // A norm that stays open only holds an act back: it can be pending, never breached.
    return ['met', norm.open === true ? 'pending' : 'breached', 'unknown']
      .filter((status) => !tried.has(status))
      .map((status) => `${norm.id}: no case expects ${status}`)
  })
}
