import { addDays, addMonths, addYears, type Calendar, type Day, rollForward } from '@yizhuan/kit'
import type { Length } from './docket-law.ts'

/** The last day of a period: the corresponding day, or the last of its month where there is none. */
export function ends(from: Day, { years = 0, months = 0, days = 0 }: Length): Day {
  return addDays(addMonths(from, years * 12 + months), days)
}

/** The last day to act: the end of a period, moved over rest days. */
export function lastDay(from: Day, length: Length, calendar: Calendar): Day {
  return rollForward(ends(from, length), calendar)
}

/** The year of term a day lies in, counted from the filing. The first is 1. */
export function yearOfTerm(filedOn: Day, on: Day): number {
  let year = 1
  while (addYears(filedOn, year) <= on) year += 1
  return year
}
