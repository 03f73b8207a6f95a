import { addDays, type Day, daysBetween, mul, ratio } from '@yizhuan/kit'
import { nearest } from '../currency/exchange.ts'
import type { RoyaltyTerm } from '../royalty/royalty.ts'
import type { Change, Registered } from './reschedule.ts'
import {
  type Expected,
  type Happened,
  periodsOf,
  scheduleOf,
  type Term,
  type Terms,
} from './terms.ts'

// What a contract that ends before its time still owes: what was due or earned by then. A period of a royalty
// that is broken off is stated up to the day before the end.

/**
 * Terms as they still hold of a contract that ended on a day.
 *
 * @param owesLastDay  whether what falls due on that very day is owed. Its debtor has until the end of the day, and
 *   what is not performed yet when a contract ends is performed no more: so it is not, unless whoever ends it says
 *   so (民法典第五百六十六条 leaves it open).
 */
export function cutTerms<Whole extends Pick<Terms, 'terms'>>(
  whole: Whole,
  on: Day,
  owesLastDay = false,
): Whole {
  const isOwed = dueBefore(on, owesLastDay)
  const due = whole.terms.filter((term) => term.kind !== 'fixed' || isOwed(term.dueOn))
  return { ...whole, terms: due.map((term) => cut(term, on)) }
}

const dueBefore = (on: Day, owesLastDay: boolean) => (dueOn: Day) =>
  dueOn < on || (owesLastDay && dueOn === on)

function cut(term: Term, on: Day): Term {
  if (term.kind !== 'royalty' || term.royalty.to < on) return term
  const { royalty } = term
  const last = addDays(on, -1)
  const period = periodsOf(royalty).find(({ from, to }) => from < on && on <= to)
  if (!period) return { ...term, royalty: { ...royalty, to: last } }
  const minimum = brokenMinimumOf(royalty, daysBetween(period.from, on), period)
  return { ...term, royalty: { ...royalty, to: last, broken: { from: period.from, minimum } } }
}

/**
 * What of a minimum is owed for a period that was broken off, as the contract says. Where it says nothing, the part
 * of its days: what was not performed yet is performed no more, what was run stays owed (民法典第五百六十六条).
 */
function brokenMinimumOf(
  { minimum, brokenMinimum = 'days' }: RoyaltyTerm,
  days: number,
  period: { readonly from: Day; readonly to: Day },
): bigint {
  if (brokenMinimum !== 'days') return brokenMinimum === 'whole' ? minimum : 0n
  const all = daysBetween(period.from, period.to) + 1
  return nearest(mul(ratio(minimum), ratio(BigInt(days), BigInt(all))))
}

/** A payment as it is registered when its contract ends. */
export interface RegisteredAtEnd extends Registered {
  readonly line: Expected
  /** What was paid of it or written off. */
  readonly settled: bigint
  readonly isInvoiced: boolean
}

/**
 * What the end of a contract on a day makes of each payment: what was due before stays, and so does a milestone
 * that was reached or a period that was run; of what is due later only what was paid or invoiced is left.
 */
export function endSchedule(
  former: readonly RegisteredAtEnd[],
  whole: Pick<Terms, 'terms'>,
  happened: Happened,
  on: Day,
  owesLastDay = false,
): readonly Change[] {
  const isOwed = dueBefore(on, owesLastDay)
  const reached = new Map([...happened.reached].filter(([, day]) => day < on))
  const left = scheduleOf(cutTerms(whole, on, owesLastDay), { ...happened, reached })
  const earned = new Map(
    left
      .filter(({ kind, dueOn }) => kind !== 'fixed' && dueOn !== null)
      .map((one) => [one.key, one]),
  )
  return former.map((line): Change => {
    const next = earned.get(line.key)
    const isBroken = next?.period != null && next.period.to !== line.line.period?.to
    if (next && isBroken && !line.isTouched) return { is: 'changed', former: line, next }
    if (next || (line.dueOn !== null && isOwed(line.dueOn))) return { is: 'fixed', former: line }
    if (!line.isTouched) return { is: 'dropped', former: line }
    const isOpen = line.minor !== null && line.minor > line.settled
    return isOpen && !line.isInvoiced && line.settled > 0n
      ? { is: 'changed', former: line, next: { ...line.line, minor: line.settled } }
      : { is: 'fixed', former: line }
  })
}
