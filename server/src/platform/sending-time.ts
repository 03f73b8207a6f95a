import { dayInChina } from '@yizhuan/kit'
import { startOf } from './clock.ts'

/** A minute after the first failure, then twice as long each time, an hour at most. */
export function nextTry(now: Date, attempts: number): Date {
  const minutes = Math.min(60, 2 ** (attempts - 1))
  return new Date(now.getTime() + minutes * 60_000)
}

/** After so many failures what was to be told is given up: nobody needs it a day later. */
export const mostAttempts = 8

/** The hour in China before which nobody's telephone rings. */
const morning = 7

/** A moment, or the morning of its day where it lies in the night: days turn at midnight. */
export function notAtNight(at: Date): Date {
  const seven = new Date(startOf(dayInChina(at)).getTime() + morning * 3_600_000)
  return at < seven ? seven : at
}
