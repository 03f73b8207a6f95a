import { type Day, dayInChina } from '@yizhuan/kit'

/** What time it is. Legal days are days in Asia/Shanghai; nothing else in the server reads the clock. */
export interface Clock {
  now(): Date
  today(): Day
}

/** The moment at which a day begins in China. */
export function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayInChina(new Date()),
}

/** A clock that tests and demonstrations move by hand. */
export interface SetClock extends Clock {
  set(to: string | Date): void
}

/** A clock standing still at an instant; a plain day means nine in the morning in China. */
export function clockAt(start: string | Date): SetClock {
  let now = instant(start)
  return {
    now: () => new Date(now),
    today: () => dayInChina(now),
    set: (to) => {
      now = instant(to)
    },
  }
}

/** A clock that runs on from an instant, for demonstrations; a plain day means nine in the morning in China. */
export function clockFrom(start: string | Date): Clock {
  const lag = instant(start).getTime() - Date.now()
  const now = () => new Date(Date.now() + lag)
  return { now, today: () => dayInChina(now()) }
}

function instant(at: string | Date): Date {
  if (at instanceof Date) return at
  return new Date(/^\d{4}-\d\d-\d\d$/.test(at) ? `${at}T09:00:00+08:00` : at)
}
