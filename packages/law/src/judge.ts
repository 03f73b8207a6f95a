import { addDays, type Day } from '@yizhuan/kit'
import { ask } from './condition.ts'
import type { Gate, Norm } from './law.ts'
import type { UsedParameter } from './parameters.ts'
import type { NormInRegime } from './regimes.ts'
import type { Sight } from './sight.ts'
import { joined, type Result, Unknown } from './value.ts'

/** Met 已满足, breached 已违反, pending 待履行, na 不适用, unknown 尚不能判断. */
export type Status = 'met' | 'breached' | 'pending' | 'na' | 'unknown'
export type Possibility = Exclude<Status, 'unknown'>

/** What is found of one norm, before it is dressed for people. */
export interface Judgement {
  readonly norm: Norm
  /** The special norm that speaks in place of this general one. */
  readonly special: Norm | undefined
  readonly status: Status
  readonly possible: readonly Possibility[]
  readonly missing: readonly string[]
  readonly due: Day | undefined
  readonly opens: Day | undefined
  readonly parameters: readonly UsedParameter[]
  readonly calendarMissing: readonly number[]
}

const NOTHING: readonly string[] = []
const NO_YEARS: readonly number[] = []
const POSSIBILITIES: readonly Possibility[] = ['na', 'met', 'pending', 'breached']
const [NA, MET, PENDING, BREACHED] = [1, 2, 4, 8] as const

/** Every set of possibilities, by the sum of its members: judging a norm makes no new list. */
const SETS: readonly (readonly Possibility[])[] = Array.from({ length: 16 }, (_, set) =>
  POSSIBILITIES.filter((_each, bit) => (set >> bit) & 1),
)

/** A judgement that falls silent because a special norm speaks. */
export function silence(judgement: Judgement, special: Norm): Judgement {
  return { ...judgement, special, status: 'na', possible: SETS[NA] ?? [], missing: NOTHING }
}

/** A judgement that leaves nothing to say. */
export function settled(
  norm: Norm,
  status: 'na' | 'met',
  parameters: readonly UsedParameter[],
): Judgement {
  return {
    norm,
    special: undefined,
    status,
    possible: SETS[status === 'na' ? NA : MET] ?? [],
    missing: NOTHING,
    due: undefined,
    opens: undefined,
    parameters,
    calendarMissing: NO_YEARS,
  }
}

/** Judges one norm. */
export function judge(here: NormInRegime, sight: Sight): Judgement {
  const isElsewhere = !here.isInForce || here.norm.gates.some((gate) => isShut(gate, sight))
  return isElsewhere ? here.notApplicable : judgeInPlace(here, sight)
}

/** Judges a norm that is in force and about the matter in hand. The whole algorithm of docs/law.md. */
export function judgeInPlace(here: NormInRegime, sight: Sight): Judgement {
  for (const gate of here.gates) if (isShut(gate, sight)) return here.notApplicable
  sight.begin()
  const applies = here.applies === undefined ? true : ask(here.applies, sight)
  if (!mayHold(applies)) return withYears(here.notApplicable, sight)
  const due = here.due === undefined ? null : here.due(sight)
  sight.due = due
  const satisfied = ask(here.satisfied, sight)
  const isSettled = applies === true && satisfied === true && due === null
  if (isSettled && sight.missingYears.length === 0) return here.met
  return weigh(here, sight, { applies, due, satisfied })
}

interface Answers {
  readonly applies: Result
  readonly due: Result
  readonly satisfied: Result
}

/** What a norm that may apply can still turn out to be, and what would settle it. */
function weigh(here: NormInRegime, sight: Sight, answers: Answers): Judgement {
  const { norm } = here
  const { applies, due, satisfied } = answers
  let missing = missingOf(missingOf(missingOf(NOTHING, applies), due), satisfied)
  let set = applies === true ? 0 : NA
  if (mayHold(satisfied)) set |= MET
  if (satisfied !== true) {
    const open = norm.run.open ? norm.run.open(sight) : isStillDue(due, sight.asOf)
    if (norm.run.open) missing = missingOf(missing, open)
    if (mayHold(open)) set |= PENDING
    if (open !== true) set |= BREACHED
  }
  const calendarMissing = sight.missingYears
  const calendars = calendarMissing.map((year) => `calendar:${year}`)
  // A last day in a year without published rest days may yet move on: nobody is late by a guess.
  if (set & BREACHED && calendars.length > 0 && typeof due === 'string') {
    const before = set
    set |= wereItLater(norm, sight, due as Day)
    if (set !== before) missing = joined(missing, calendars)
  }
  // A minimum period that ends in a year without published rest days opens nothing by itself.
  if (here.waits && set === MET && calendarMissing.length > 0) {
    set |= PENDING
    missing = joined(missing, calendars)
  }
  const possible = SETS[set] ?? []
  const status = possible.length === 1 && possible[0] !== undefined ? possible[0] : 'unknown'
  const isWaiting = status === 'pending' || status === 'unknown'
  const opens = isWaiting ? norm.run.opens?.(sight) : undefined
  return {
    norm,
    special: undefined,
    status,
    possible,
    missing: status === 'unknown' ? missing : NOTHING,
    due: typeof due === 'string' ? (due as Day) : undefined,
    opens: typeof opens === 'string' ? (opens as Day) : undefined,
    parameters: here.parameters,
    calendarMissing,
  }
}

/** Longer than any rest that was ever announced. */
const LONGEST_REST = 14

/** What a norm could also be if its last day moved on by as much as rest days may move it. */
function wereItLater(norm: Norm, sight: Sight, due: Day): number {
  const later = addDays(due, LONGEST_REST)
  sight.due = later
  const satisfied = ask(norm.run.satisfied, sight)
  const open = norm.run.open ? norm.run.open(sight) : sight.asOf <= later
  sight.due = due
  return (mayHold(satisfied) ? MET : 0) | (satisfied !== true && mayHold(open) ? PENDING : 0)
}

function withYears(judgement: Judgement, { missingYears }: Sight): Judgement {
  return missingYears.length === 0 ? judgement : { ...judgement, calendarMissing: missingYears }
}

function missingOf(missing: readonly string[], result: Result): readonly string[] {
  return result instanceof Unknown ? joined(missing, result.missing) : missing
}

/** Whether a fact is known to be another code. */
function isShut({ place, codes }: Gate, { facts }: Sight): boolean {
  const fact = facts.at(place)
  return !(fact instanceof Unknown) && !codes.includes(fact)
}

/** Whether a condition holds or may still turn out to. What is none does not hold. */
function mayHold(condition: Result): boolean {
  return condition === true || condition instanceof Unknown
}

function isStillDue(due: Result, asOf: Day): Result {
  if (due === null) return false
  return due instanceof Unknown ? due : asOf <= (due as string)
}
