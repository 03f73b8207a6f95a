import { addDays, type Day, weekday, yearOf } from './day.ts'

/** One published year: rest days on weekdays and working days on weekends. */
export interface CalendarYear {
  readonly year: number
  readonly holidays: readonly string[]
  readonly workdays: readonly string[]
  readonly source?: string
  readonly verified: boolean
}

/** The published years. A year that is not covered counts weekends as its rest days. */
export interface Calendar {
  covers(year: number): boolean
  isRestDay(day: Day): boolean
}

/** A calendar made of the years at hand. */
export function calendarOf(years: readonly CalendarYear[]): Calendar {
  const covered = new Set(years.map(({ year }) => year))
  const holidays = new Set(years.flatMap((year) => year.holidays))
  const workdays = new Set(years.flatMap((year) => year.workdays))
  const isRest = (day: Day) => holidays.has(day) || (weekday(day) > 5 && !workdays.has(day))
  const known = new Map<Day, boolean>()
  return {
    covers: (year) => covered.has(year),
    isRestDay: (day) => {
      const before = known.get(day)
      if (before !== undefined) return before
      known.set(day, isRest(day))
      return isRest(day)
    },
  }
}

/** The day itself if it is a working day, else the next one. Civil Code art. 203. */
export function rollForward(from: Day, calendar: Calendar): Day {
  let day = from
  for (let next = day; calendar.isRestDay(day); day = next) {
    next = addDays(day, 1)
    if (next === day) return day
  }
  return day
}

/** The day on which n working days have passed; the day itself does not count. */
export function addWorkdays(from: Day, n: number, calendar: Calendar): Day {
  let day = from
  for (let left = n; left > 0; ) {
    const next = addDays(day, 1)
    // After the last day of the calendar there is no other.
    if (next === day) return day
    day = next
    if (!calendar.isRestDay(day)) left -= 1
  }
  return day
}

/** Working days after a, up to and including b. */
export function workdaysBetween(a: Day, b: Day, calendar: Calendar): number {
  let count = 0
  for (let day = a; day < b; ) {
    day = addDays(day, 1)
    if (!calendar.isRestDay(day)) count += 1
  }
  return count
}

/** The years between two days that no published calendar covers. */
export function missingYears(a: Day, b: Day, calendar: Calendar): readonly number[] {
  const missing: number[] = []
  for (let year = yearOf(a); year <= yearOf(b); year += 1) {
    if (!calendar.covers(year)) missing.push(year)
  }
  return missing
}
