// One reading of "a day that has passed": not ahead of today, and not before anything of its kind can be.
import { refuse } from '@yizhuan/kit'

/** The earliest day a record may tell: no public institution of today is older. Our choice; no rule asks for it. */
export const earliestDay = '1949-10-01'

/** Why a day is not taken. */
export interface DayRefusals {
  'not-in-future': { readonly field: string; readonly today: string }
  'day-too-early': { readonly field: string; readonly since: string }
}

/**
 * The first of some days that has not passed, or lies too early. Days may be as precise as known: a year, a month.
 *
 * @param days  by their fields; what is not told is not asked.
 */
export function unpassedDay(
  days: Readonly<Record<string, string | null | undefined>>,
  today: string,
  since = earliestDay,
) {
  for (const [field, on] of Object.entries(days)) {
    if (on === null || on === undefined) continue
    if (on > today.slice(0, on.length)) return refuse('not-in-future', { field, today })
    if (on < since.slice(0, on.length)) return refuse('day-too-early', { field, since })
  }
  return undefined
}
