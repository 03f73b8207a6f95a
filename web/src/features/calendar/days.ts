// The days of a month or a week as a calendar shows them, Monday first.
import { addDays, addMonths, type Day, weekday } from '@yizhuan/kit'

/** A week, Monday first. */
export type Week = readonly Day[]

/** The week a day is in. */
export function weekOf(day: Day): Week {
  const monday = addDays(day, 1 - weekday(day))
  return [0, 1, 2, 3, 4, 5, 6].map((after) => addDays(monday, after))
}

/** The weeks that a month has days in. */
export function weeksOf(day: Day): readonly Week[] {
  const first = `${day.slice(0, 7)}-01` as Day
  const next = addMonths(first, 1)
  const weeks: Week[] = []
  for (
    let week = weekOf(first);
    (week[0] ?? next) < next;
    week = weekOf(addDays(week[6] ?? next, 1))
  ) {
    weeks.push(week)
  }
  return weeks
}

/** Where a key leads from a day; undefined for keys that lead nowhere. */
export function dayAfterKey(day: Day, key: string): Day | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return weekOf(day)[0]
    case 'End':
      return weekOf(day)[6]
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    default:
      return undefined
  }
}
