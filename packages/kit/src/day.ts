import { InputError } from './input-error.ts'

declare const unit: unique symbol

/** A calendar day in China as ISO text, `2026-03-05`. Days compare as texts. */
export type Day = string & { readonly [unit]: 'day' }

const MILLISECONDS = 86_400_000
const CHINA_OFFSET = 8 * 3_600_000

/** Reads a day; refuses one that does not exist. */
export function day(text: unknown, field = ''): Day {
  if (typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const number = Date.parse(`${text}T00:00:00Z`)
    if (!Number.isNaN(number) && new Date(number).toISOString().slice(0, 10) === text)
      return text as Day
  }
  throw new InputError(field, 'day', {
    zh: `“${String(text)}”不是存在的日期；请写成 2026-03-05`,
    en: `"${String(text)}" is not a day that exists; write 2026-03-05`,
  })
}

const numberOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / MILLISECONDS
const dayOf = (number: number): Day =>
  new Date(number * MILLISECONDS).toISOString().slice(0, 10) as Day

/** Whole days from a to b; negative when b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return numberOf(b) - numberOf(a)
}

/** The day n days later; the day itself does not count. */
export function addDays(from: Day, n: number): Day {
  return dayOf(numberOf(from) + n)
}

/** The same day n months later; the last day of the month where there is no such day. */
export function addMonths(from: Day, n: number): Day {
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + n
  const [year, month] = [Math.floor(months / 12), months - Math.floor(months / 12) * 12 + 1]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const date = Math.min(Number(from.slice(8, 10)), last)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day
}

/** The same day n years later; 29 February becomes 28 February. */
export function addYears(from: Day, n: number): Day {
  return addMonths(from, n * 12)
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(of: Day): number {
  return ((((numberOf(of) + 3) % 7) + 7) % 7) + 1
}

/** The calendar year of a day. */
export function yearOf(of: Day): number {
  return Number(of.slice(0, 4))
}

/** The day it is in China at an instant. */
export function dayInChina(instant: Date | string): Day {
  const time = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  return new Date(time + CHINA_OFFSET).toISOString().slice(0, 10) as Day
}
