// Lateness is passed on: to the reviewer of the office, then to the leaders, after as many working days
// as the house says. No article orders it.
import { addDays, type Calendar, type Day, missingYears, workdaysBetween } from '@yizhuan/kit'
import type { DueLine, Passed } from './due-line.ts'

/** After how many whole working days lateness is passed on. */
export interface LateRule {
  readonly reviewerAfter: number
  readonly leadersAfter: number
}

/** What holds where a house has said nothing: our own choice. */
export const usualRule: LateRule = { reviewerAfter: 3, leadersAfter: 7 }

/** Which roles hear of it at each level. */
export const listeners = { reviewer: ['tto_reviewer'], leaders: ['leaders'] } as const

/** A lateness that is to be passed on today. */
export interface ToPass {
  readonly line: DueLine
  readonly level: Passed['level']
  readonly workdays: number
  /** Years whose rest days are not published: their weekends alone were counted as rest. */
  readonly calendarMissing: readonly number[]
}

/**
 * What is to be passed on today, each level once for a day that passed. Nobody is told on a rest day:
 * the next working day is soon enough.
 */
export function latenessToPass(
  lines: readonly DueLine[],
  rule: LateRule,
  calendar: Calendar,
  today: Day,
): readonly ToPass[] {
  if (calendar.isRestDay(today)) return []
  const yesterday = addDays(today, -1)
  return lines
    .filter(({ kind, day }) => kind === 'deadline' && day < today)
    .flatMap((line) => {
      const workdays = workdaysBetween(line.day, yesterday, calendar)
      const calendarMissing = missingYears(line.day, today, calendar)
      const levels = [
        ['reviewer', rule.reviewerAfter],
        ['leaders', rule.leadersAfter],
      ] as const
      return levels
        .filter(([level, after]) => workdays >= after && !isPassed(line, level))
        .map(([level]) => ({ line, level, workdays, calendarMissing }))
    })
}

function isPassed({ passed }: DueLine, level: Passed['level']): boolean {
  return passed.some((one) => one.level === level)
}
