import { type Day, daysBetween } from '@yizhuan/kit'

/** A notice as far as its countdown goes. */
export interface Running {
  readonly publishedOn: string
  readonly endsOn: string | null
  readonly state: 'running' | 'suspended' | 'ended' | 'superseded'
}

/** How a notice stands on a day, whether or not its timer has fired: after its last day it has ended. */
export function stateOn({ state, endsOn }: Running, today: Day): Running['state'] {
  return state === 'running' && endsOn !== null && endsOn < today ? 'ended' : state
}

/** How far a notice has run: the day of publication does not count, the last day does. */
export interface Countdown {
  readonly day: number | null
  readonly days: number | null
  readonly daysLeft: number | null
}

/** Counts the days of a notice as of today; nothing counts while it is suspended or replaced. */
export function countdown(notice: Running, today: Day): Countdown {
  if (notice.endsOn === null) return { day: null, days: null, daysLeft: null }
  const days = daysBetween(notice.publishedOn as Day, notice.endsOn as Day)
  if (stateOn(notice, today) !== 'running') return { day: null, days, daysLeft: null }
  const day = Math.max(0, daysBetween(notice.publishedOn as Day, today))
  return {
    day: Math.min(day, days),
    days,
    daysLeft: Math.max(0, daysBetween(today, notice.endsOn as Day)),
  }
}
