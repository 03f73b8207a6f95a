// What operators do with values that are known. "None" in, "none" out, but for comparisons.
import {
  add,
  addDays,
  addMonths,
  addWorkdays,
  addYears,
  type Calendar,
  type Day,
  daysBetween,
  div,
  mul,
  type Ratio,
  ratio,
  rollForward,
  sub,
  workdaysBetween,
  yearOf,
} from '@yizhuan/kit'
import type { Operator } from './expression.ts'
import { isSame, order, type Value } from './value.ts'

/** What counting days may look at. */
export interface Days {
  readonly calendar: Calendar
  /** Told of every year whose rest days are not published but would matter. */
  calendarMissing(year: number): void
}

/** An operator of two known values. */
export type Operation = (a: Value, b: Value, days: Days) => Value

/** The operators of two values. */
export type BinaryOperator = Exclude<Operator, 'and' | 'or' | 'not' | 'in' | 'year'>

const isNumber = (value: Value): value is Ratio => typeof value === 'object'

/** Money, shares and numbers. */
const onNumbers =
  (act: (x: Ratio, y: Ratio) => Value): Operation =>
  (a, b) =>
    a === null || b === null ? null : act(a as Ratio, b as Ratio)

/** A day and a number of days, months or years. */
const onDay =
  (act: (from: Day, count: number, days: Days) => Day): Operation =>
  (a, b, days) =>
    a === null || b === null ? null : act(a as Day, Number((b as Ratio).n), days)

/** Two days. */
const betweenDays =
  (act: (a: Day, b: Day, days: Days) => number): Operation =>
  (a, b, days) =>
    a === null || b === null ? null : ratio(act(a as Day, b as Day, days))

/** Day and days, or number and number. */
const moved =
  (onDays: Operation, onOthers: Operation): Operation =>
  (a, b, days) =>
    isNumber(a) ? onOthers(a, b, days) : onDays(a, b, days)

const extreme =
  (sign: -1 | 1): Operation =>
  (a, b) =>
    a === null || b === null ? null : order(a, b) * sign >= 0 ? a : b

function covered(days: Days, first: Day, last: Day): void {
  const end = yearOf(last)
  for (let year = first === last ? end : yearOf(first); year <= end; year += 1) {
    if (!days.calendar.covers(year)) days.calendarMissing(year)
  }
}

/** Every operator of two values by its sign. */
export const OPERATIONS: Readonly<Record<BinaryOperator, Operation>> = {
  '==': isSame,
  '!=': (a, b) => !isSame(a, b),
  // "None" is neither before nor after anything.
  '<': (a, b) => a !== null && b !== null && order(a, b) < 0,
  '<=': (a, b) => a !== null && b !== null && order(a, b) <= 0,
  '>': (a, b) => a !== null && b !== null && order(a, b) > 0,
  '>=': (a, b) => a !== null && b !== null && order(a, b) >= 0,
  '+': moved(onDay(addDays), onNumbers(add)),
  '-': moved(
    onDay((from, count) => addDays(from, -count)),
    onNumbers(sub),
  ),
  '*': onNumbers(mul),
  '/': onNumbers((x, y) => (y.n === 0n ? null : div(x, y))),
  min: extreme(-1),
  max: extreme(1),
  days: betweenDays(daysBetween),
  addYears: onDay(addYears),
  addMonths: onDay(addMonths),
  // Civil Code art. 201 and 203: the first day does not count; a last rest day rolls on.
  periodEnd: onDay((from, count, days) => {
    const last = addDays(from, count)
    const rolled = rollForward(last, days.calendar)
    covered(days, last, rolled)
    return rolled
  }),
  workdays: onDay((from, count, days) => {
    const last = addWorkdays(from, count, days.calendar)
    covered(days, from, last)
    return last
  }),
  workdaysBetween: betweenDays((a, b, days) => {
    covered(days, a, b)
    return workdaysBetween(a, b, days.calendar)
  }),
}
