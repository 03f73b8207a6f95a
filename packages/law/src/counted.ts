// From what day a last day was counted, and whether rest days moved it: what a calendar shows beside it.
import { addDays, addWorkdays, type Day, rollForward } from '@yizhuan/kit'
import type { Expression } from './expression.ts'
import type { Finding } from './finding.ts'
import type { Law } from './law.ts'
import type { Sight } from './sight.ts'
import { isRatio } from './value.ts'

/** How a day of a finding came about. */
export interface Counted {
  /** The day of the event; it does not count itself. */
  readonly from: Day
  /** The last day as counted, before rest days moved it. */
  readonly last: Day
  /** The last day as it stands: `last` itself, or the next working day. */
  readonly ends: Day
  readonly unit: 'days' | 'workdays' | 'months' | 'years'
  readonly length: number
  /** Years whose rest days are not published and would matter. */
  readonly calendarMissing: readonly number[]
}

type Operation = Extract<Expression, { t: 'op' }>

/**
 * How the last day of a finding was counted, or the waiting period before the day it opens on.
 *
 * Undefined where that day is not counted from an event: it is a fact itself, or made of several.
 */
export function countedOf(finding: Finding): Counted | undefined {
  const { look, rule: norm, judgement } = finding
  const { due, opens } = judgement
  const tree = due === undefined ? norm.trees.opens : norm.trees.due
  const shown = due ?? (opens && addDays(opens, -1))
  if (!tree || shown === undefined) return undefined
  const sight = look.sightOf(norm)
  // Judging once more leaves the norm's last day in sight of its conditions.
  look.judge(norm)
  const period = periodIn(tree, sight, look.law)
  const counted = period && countedIn(period, sight, look.law)
  if (counted?.ends !== shown) return undefined
  return { ...counted, calendarMissing: judgement.calendarMissing }
}

/** The first period in a tree, through definitions and the readings that are followed. */
function periodIn(tree: Expression, sight: Sight, law: Law): Operation | undefined {
  if (tree.t === 'note') return periodIn(tree.of, sight, law)
  if (tree.t === 'ref') {
    const read = law.interpretations.get(tree.path)
    const reading = read?.readings.get(sight.readingOf(tree.path, read))
    const meaning = (reading ?? law.definitions.get(tree.path))?.tree
    return meaning && periodIn(meaning, sight, law)
  }
  if (tree.t !== 'op') return undefined
  if (tree.op === 'periodEnd' || tree.op === 'workdays') return tree
  for (const part of tree.of) {
    const found = periodIn(part, sight, law)
    if (found) return found
  }
  return undefined
}

type Counting = Omit<Counted, 'calendarMissing'>

function countedIn({ op, of }: Operation, sight: Sight, law: Law): Counting | undefined {
  const valueAt = (tree: Expression | undefined) => tree && law.code.compiler.runOf(tree)(sight)
  const [start, size] = of
  const [from, length] = [valueAt(start), valueAt(size)]
  if (!isDay(from) || !isRatio(length)) return undefined
  const count = Number(length.n)
  if (op === 'workdays') {
    const ends = addWorkdays(from, count, sight.calendar)
    return { from, last: ends, ends, unit: 'workdays', length: count }
  }
  const last = addDays(from, count)
  const ends = rollForward(last, sight.calendar)
  const inner = longerIn(start)
  if (!inner) return { from, last, ends, unit: 'days', length: count }
  const [event, many] = [valueAt(inner.of[0]), valueAt(inner.of[1])]
  if (!isDay(event) || !isRatio(many)) return undefined
  const unit = inner.op === 'addYears' ? 'years' : 'months'
  return { from: event, last, ends, unit, length: Number(many.n) }
}

/** Months or years are counted first; their end is then a period of no days, which rest days move. */
function longerIn(tree: Expression | undefined): Operation | undefined {
  if (tree?.t === 'note') return longerIn(tree.of)
  return tree?.t === 'op' && (tree.op === 'addMonths' || tree.op === 'addYears') ? tree : undefined
}

function isDay(value: unknown): value is Day {
  return typeof value === 'string'
}
