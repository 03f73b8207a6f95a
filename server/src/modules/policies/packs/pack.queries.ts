import type { CalendarYear } from '@yizhuan/kit'
import {
  basesOf,
  type CaseFailure,
  chineseNames,
  coverage,
  coveredDocuments,
  type LawText,
  lintPack,
  loadCases,
  loadPack,
  type MutationReport,
  mutating,
  readPackSource,
  runCases,
  uncoveredOf,
  untriedStatuses,
} from '@yizhuan/law-authoring'
import { systemClock } from '../../../platform/clock.ts'

/** What a check of a pack found; with official texts also whether they still say what was encoded. */
export function lintReport(dir: string, texts: ReadonlyMap<string, LawText> = new Map()) {
  const source = readPackSource(dir)
  const options = {
    bases: basesOf(source),
    cases: loadCases(dir),
    caseNames: chineseNames(dir),
    today: systemClock.today(),
  }
  return { pack: source.id, texts: [...texts.keys()], problems: lintPack(source, texts, options) }
}

/** The binding clauses of a pack's sources with what cites them, or why nothing does, and their number by document. */
export function coverageReport(dir: string) {
  const source = readPackSource(dir)
  const clauses = coverage(source)
  const documents = coveredDocuments(source, clauses)
  return { pack: source.id, clauses, documents, uncovered: uncoveredOf(clauses).length }
}

/** What the cases of a pack showed. */
export interface CaseReport {
  readonly pack: string
  readonly cases: number
  readonly failures: readonly CaseFailure[]
  readonly untried: readonly string[]
  /** Absent when no mutants were wanted. */
  readonly mutation?: MutationReport
}

/** Runs the cases of a pack, then mutates it; takes seconds, so it can be done in small steps. */
export function* testing(
  dir: string,
  calendars: readonly CalendarYear[],
  options: { readonly mutants: boolean },
): Generator<void, CaseReport> {
  const pack = loadPack(dir)
  const cases = loadCases(dir)
  const failures = runCases(pack, calendars, cases)
  const untried = untriedStatuses(pack, cases).map(({ en }) => en)
  const report = { pack: pack.id, cases: cases.length, failures, untried }
  if (!options.mutants) return report
  return { ...report, mutation: yield* mutating(pack, calendars, cases) }
}

/** Takes all steps at once. */
export function atOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
