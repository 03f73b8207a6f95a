import type { CalendarYear, Words } from '@yizhuan/kit'
import { compile, type Facts, type Pack, parseFacts, STATUS_WORDS } from '@yizhuan/law'
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
  mutant: Mutant,
  calendars: readonly CalendarYear[],
  cases: readonly ReadyCase[],
): boolean {
  const { norm } = mutant
  if (norm === undefined) return fails(mutant.pack.norms, mutant, calendars, cases)
  // The changed norm by itself first, on the cases about it: most mutants fall there, and soon.
  const about = cases.flatMap((each) => {
    const want = each.expect[norm]
    return want ? [{ ...asking(each, []), expect: { [norm]: want } }] : []
  })
  const alone = mutant.pack.norms.filter(({ id }) => id === norm)
  if (fails(alone, mutant, calendars, about)) return true
  // A norm that silences others may show in what is found of them.
  if (alone.some(({ replaces = [] }) => replaces.length > 0))
    return fails(mutant.pack.norms, mutant, calendars, cases)
  // What else may show it: the acts it guards, judged by all that guard them.
  const acts = [
    ...new Set(alone.flatMap(({ requiredFor = [] }) => requiredFor).concat(mutant.acts)),
  ]
  const guards = mutant.pack.norms.filter(({ requiredFor = [] }) =>
    requiredFor.some((act) => acts.includes(act)),
  )
  const asked = cases
    .map((each) => asking(each, acts))
    .filter(({ actions, warns }) => Object.keys({ ...actions, ...warns }).length > 0)
  return fails([...new Set([...guards, ...alone])], mutant, calendars, asked)
}

/** The case reduced to what it says of some acts. */
function asking({ money: _money, ...each }: ReadyCase, acts: readonly string[]): ReadyCase {
  const only = (asked: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(asked).filter(([act]) => acts.includes(act)))
  return { ...each, expect: {}, actions: only(each.actions), warns: only(each.warns) }
}

function fails(
  norms: Pack['norms'],
  { pack }: Mutant,
  calendars: readonly CalendarYear[],
  cases: readonly ReadyCase[],
): boolean {
  if (cases.length === 0) return false
  const law = compile([{ ...pack, norms, digests: {} }], calendars)
  return cases.some((each) => failuresOf(law, each, each.known).length > 0)
}

/** The norms for which no case expects met, breached (or pending) and unknown. */
export function untriedStatuses(pack: Pack, cases: readonly LawCase[]): Words[] {
  return pack.norms.flatMap((norm) => {
    const tried = new Set(cases.map((each) => each.expect[norm.id]?.status))
    // A norm that stays open only holds an act back: it can be pending, never breached.
    const wanted = ['met', norm.open === true ? 'pending' : 'breached', 'unknown'] as const
    return wanted
      .filter((status) => !tried.has(status))
      .map((status) => ({
        zh: `${norm.id}：没有预期“${STATUS_WORDS[status].zh}”的算例`,
        en: `${norm.id}: no case expects ${status}`,
      }))
  })
}
