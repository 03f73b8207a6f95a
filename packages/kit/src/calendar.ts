import { addDays, type Day, weekday, yearOf } from './day.ts'

/** One published year: rest days on weekdays and working days on weekends. */
export interface CalendarYear {
  readonly year: number
  readonly holidays: readonly string[]
  readonly workdays: readonly string[]
  readonly source?: string
  readonly verified: boolean
  /** Whether the arrangement of the year is out. Before, only holidays on fixed days are known. */
  readonly announced?: boolean
}

/** The published years. A year that is not covered counts weekends and known holidays as its rest days. */
export interface Calendar {
  covers(year: number): boolean
  isRestDay(day: Day): boolean
  /** The next working day after a day; the last day there is where no other follows. */
  workdayAfter(day: Day): Day
}

/** A calendar made of the years at hand. */
export function calendarOf(years: readonly CalendarYear[]): Calendar {
  const covered = new Set(
    years.filter(({ announced }) => announced !== false).map(({ year }) => year),
  )
  const holidays = new Set(years.flatMap((year) => year.holidays))
  const workdays = new Set(years.flatMap((year) => year.workdays))
  const isRestDay = remembered(
    (day: Day) => holidays.has(day) || (weekday(day) > 5 && !workdays.has(day)),
  )
  const workdayAfter = remembered((day: Day) => {
    let next = addDays(day, 1)
    while (isRestDay(next) && addDays(next, 1) !== next) next = addDays(next, 1)
    return next
  })
  return { covers: (year) => covered.has(year), isRestDay, workdayAfter }
}

/** The same answer to the same day, worked out once: the law asks for few days, and often. */
function remembered<Answer>(ask: (day: Day) => Answer): (day: Day) => Answer {
  const known = new Map<Day, Answer>()
  return (day) => {
    const before = known.get(day)
    if (before !== undefined) return before
    const answer = ask(day)
    known.set(day, answer)
    return answer
  }
}

/** The day itself if it is a working day, else the next one. Civil Code art. 203. */
export function rollForward(from: Day, calendar: Calendar): Day {
  return calendar.isRestDay(from) ? calendar.workdayAfter(from) : from
}

/** The day on which n working days have passed; the day itself does not count. */
export function addWorkdays(from: Day, n: number, calendar: Calendar): Day {
  let day = from
  for (let left = n; left > 0; left -= 1) {
    const next = calendar.workdayAfter(day)
    // After the last day there is no other.
    if (next === day) return day
    day = next
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
