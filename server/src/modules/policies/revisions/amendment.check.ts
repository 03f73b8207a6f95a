// Lint and the cases of an amendment. It takes a second or more, so it is done in small steps between
// which the process answers others, and whoever waits sees how far it is.
import { setImmediate } from 'node:timers/promises'
import { type CalendarYear, type Day, InputError } from '@yizhuan/kit'
import { compile, type Law, type Pack, parseFacts } from '@yizhuan/law'
import {
  type CaseFailure,
  caseTitle,
  failuresOf,
  type LawCase,
  type LawText,
  linting,
  type PackDocuments,
  type Problem,
  packOf,
} from '@yizhuan/law-authoring'
import { blockingOf } from './amendment.ts'

/** What the look at an amendment found. */
export interface Check {
  readonly problems: readonly Problem[]
  /** Those of them that stand in the way of publication. */
  readonly blocking: readonly Problem[]
  readonly cases: number
  readonly failures: readonly CaseFailure[]
}

/** How far a check is, in cases. */
export interface Progress {
  readonly done: number
  readonly of: number
}

/** What a check is made against. */
export interface CheckGround {
  readonly bases: readonly Pack[]
  readonly calendars: readonly CalendarYear[]
  readonly texts: ReadonlyMap<string, LawText>
  readonly today: Day
}

/** Cases between two turns of the others: some ten milliseconds. */
const casesAtOnce = 8

type Amended = PackDocuments & { readonly problems: readonly Problem[] }

/** Looks at an amendment beside the revision it amends. */
export function* checking(
  after: Amended,
  before: PackDocuments,
  { bases, calendars, texts, today }: CheckGround,
): Generator<Progress, Check> {
  const { cases } = after
  const of = cases.length
  const lintOf = function* ({ source, cases }: PackDocuments) {
    const steps = linting(source, texts, { bases, cases, today })
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      yield { done: 0, of }
    }
  }
  const old = yield* lintOf(before)
  const problems = [...after.problems, ...(yield* lintOf(after))]
  const blocking = blockingOf(problems, old)
  const law = lawOf(after, calendars)
  // What does not even have the right form cannot be compiled, and has been told above.
  if (!law) return { problems, blocking, cases: 0, failures: [] }
  yield { done: 0, of }
  const failures: CaseFailure[] = []
  for (const [index, each] of cases.entries()) {
    failures.push(...failuresIn(law, each))
    if (index % casesAtOnce === 0) yield { done: index + 1, of }
  }
  return { problems, blocking, cases: of, failures }
}

function lawOf({ source }: Amended, calendars: readonly CalendarYear[]): Law | undefined {
  try {
    return compile([packOf(source)], calendars)
  } catch {
    return undefined
  }
}

/** A case with facts that cannot be read fails by itself, and holds up no other. */
function failuresIn(law: Law, each: LawCase): readonly CaseFailure[] {
  try {
    return failuresOf(law, each, parseFacts(law, each.facts))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const { name } = each
    const title = caseTitle(each)
    const about = { zh: `事实“${error.field}”`, en: `fact “${error.field}”` }
    return [{ name, title, what: error.field, about, want: error.rule, got: error.words.zh }]
  }
}

/** A check on its way. */
export interface Running {
  readonly progress: Progress
  readonly result: Promise<Check>
}

/** Starts the steps; the progress can be read while others are answered. */
export function start(steps: Generator<Progress, Check>): Running {
  const running = { progress: { done: 0, of: 0 }, result: undefined as unknown as Promise<Check> }
  running.result = (async () => {
    for (;;) {
      await setImmediate()
      const step = steps.next()
      if (step.done) return step.value
      running.progress = step.value
    }
  })()
  running.result.catch(() => undefined) // Whoever asks for the result is told.
  return running
}
