import type { Day } from '@yizhuan/kit'
import type { Norm } from './law.ts'
import type { UsedParameter } from './parameters.ts'
import type { Sight } from './sight.ts'
import { joined, type Result, Unknown } from './value.ts'

/** Met 已满足, breached 已违反, pending 待履行, na 不适用, unknown 尚不能判断. */
export type Status = 'met' | 'breached' | 'pending' | 'na' | 'unknown'
export type Possibility = Exclude<Status, 'unknown'>

/** What is found of one norm, before it is dressed for people. */
export interface Judgement {
  readonly status: Status
  readonly possible: readonly Possibility[]
  readonly missing: readonly string[]
  readonly due: Day | undefined
  readonly opens: Day | undefined
  readonly parameters: readonly UsedParameter[]
  readonly calendarMissing: readonly number[]
}

const NOTHING: readonly string[] = []
const POSSIBILITIES: readonly Possibility[] = ['na', 'met', 'pending', 'breached']
const [NA, MET, PENDING, BREACHED] = [1, 2, 4, 8] as const

/** Every set of possibilities, by the sum of its members: judging a norm makes no new list. */
const SETS: readonly (readonly Possibility[])[] = Array.from({ length: 16 }, (_, set) =>
  POSSIBILITIES.filter((_each, bit) => (set >> bit) & 1),
)

/** A judgement that falls silent because a special norm speaks. */
export function silence(judgement: Judgement): Judgement {
  return { ...judgement, status: 'na', possible: SETS[NA] ?? [], missing: NOTHING }
}

/** Judges one norm. The whole algorithm of docs/law.md. */
export function judge(norm: Norm, sight: Sight): Judgement {
  const { run } = norm
  const { asOf } = sight
  const here = sight.regime.norms[norm.place]
  let missing = NOTHING
  let possible = 0
  let due: Result = null
  sight.begin()
  const applies = here?.isInForce ? (run.applies ? run.applies(sight) : true) : false
  if (applies !== true) possible = NA
  if (applies instanceof Unknown) missing = applies.missing
  if (mayHold(applies)) {
    if (run.due) {
      due = run.due(sight)
      if (due instanceof Unknown) missing = joined(missing, due.missing)
      sight.due = due
    }
    const satisfied = run.satisfied(sight)
    if (satisfied instanceof Unknown) missing = joined(missing, satisfied.missing)
    if (mayHold(satisfied)) possible |= MET
    if (satisfied !== true) {
      const open = run.open ? run.open(sight) : isStillDue(due, asOf)
      if (run.open && open instanceof Unknown) missing = joined(missing, open.missing)
      if (mayHold(open)) possible |= PENDING
      if (open !== true) possible |= BREACHED
    }
  }
  // A minimum period that ends in a year without published rest days opens nothing by itself.
  if (here?.waits && possible === MET && sight.missingYears.length > 0) {
    possible |= PENDING
    missing = joined(
      missing,
      sight.missingYears.map((year) => `calendar:${year}`),
    )
  }
  return judgementOf(norm, sight, possible, missing, due)
}

function judgementOf(
  norm: Norm,
  sight: Sight,
  set: number,
  missing: readonly string[],
  due: Result,
): Judgement {
  const possible = SETS[set] ?? []
  const calendarMissing = sight.missingYears
  const status = possible.length === 1 && possible[0] !== undefined ? possible[0] : 'unknown'
  const isWaiting = status === 'pending' || status === 'unknown'
  const opens = isWaiting ? norm.run.opens?.(sight) : undefined
  return {
    status,
    possible,
    missing: status === 'unknown' ? missing : NOTHING,
    due: typeof due === 'string' ? (due as Day) : undefined,
    opens: typeof opens === 'string' ? (opens as Day) : undefined,
    parameters: sight.regime.norms[norm.place]?.parameters ?? [],
    calendarMissing,
  }
}

/** Whether a condition holds or may still turn out to. What is none does not hold. */
function mayHold(condition: Result): boolean {
  return condition === true || condition instanceof Unknown
}

function isStillDue(due: Result, asOf: Day): Result {
  if (due === null) return false
  return due instanceof Unknown ? due : asOf <= (due as string)
}
