import { InputError } from './input-error.ts'

declare const unit: unique symbol

/** A calendar day in China as ISO text, `2026-03-05`. Days compare as texts. */
export type Day = string & { readonly [unit]: 'day' }

const MILLISECONDS = 86_400_000
const CHINA_OFFSET = 8 * 3_600_000
const FORM = /^\d{4}-\d{2}-\d{2}$/

/** Reads a day; refuses one that does not exist. Equal days are one and the same string. */
export function day(text: unknown, field = ''): Day {
  if (typeof text === 'string' && FORM.test(text)) {
    const found = dayOf(numberOf(text))
    if (found === text) return found
  }
  throw new InputError(field, 'day', {
    zh: `“${String(text)}”不是存在的日期；请写成 2026-03-05`,
    en: `"${String(text)}" is not a day that exists; write 2026-03-05`,
  })
}

const ZERO = '0'.charCodeAt(0)

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO
}

function yearIn(text: string): number {
  return twoDigits(text, 0) * 100 + twoDigits(text, 2)
}

/**
 * Days after 1970-01-01, in whole-number arithmetic: a Date each time would cost more than the law
 * around it. Years are taken to begin in March, so that the leap day is the last of its year.
 */
function counted(text: string): number {
  const month = twoDigits(text, 5)
  const year = yearIn(text) - (month < 3 ? 1 : 0)
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + twoDigits(text, 8) - 1
  return year * 365 + leapDays + dayOfYear - MARCH_OF_YEAR_0_TO_1970
}

const MARCH_OF_YEAR_0_TO_1970 = 719_468
const FIRST = counted('0000-01-01')
const LAST = counted('9999-12-31')

// A period is counted often and a day written seldom: what was written once is kept, with its number.
const KEPT = 60_000
const kept: Day[] = []
const numbers = new Map<string, number>()

function numberOf(text: string): number {
  return numbers.get(text) ?? counted(text)
}

/** The day of a number; beyond the four digits of a year there is only the first or the last day. */
function dayOf(number: number): Day {
  if (number < 0 || number >= KEPT) return write(Math.min(Math.max(number, FIRST), LAST))
  return kept[number] ?? keep(number)
}

function keep(number: number): Day {
  const written = write(number)
  kept[number] = written
  numbers.set(written, number)
  return written
}

const write = (number: number): Day =>
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
  const months = yearOf(from) * 12 + twoDigits(from, 5) - 1 + n
  const year = Math.floor(months / 12)
  if (year < 0 || year > 9999) return dayOf(year < 0 ? FIRST : LAST)
  const month = (months % 12) + 1
  const last = new Date(Date.UTC(year + 2000, month, 0)).getUTCDate()
  const date = Math.min(twoDigits(from, 8), last)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}` as Day
}

const padded = (number: number, length: number): string => String(number).padStart(length, '0')

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
  return yearIn(of)
}

/** The day it is in China at an instant. */
export function dayInChina(instant: Date | string): Day {
  const time = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  return dayOf(Math.floor((time + CHINA_OFFSET) / MILLISECONDS))
}

/** A moment as a clock on the wall in China shows it, to the minute: 2026-03-05 09:30. */
export function timeInChina(instant: Date | string): string {
  const time = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  return new Date(time + CHINA_OFFSET).toISOString().slice(0, 16).replace('T', ' ')
}

/** A day as Chinese papers write it: 2026年3月5日. */
export function chineseDay(day: Day): string {
  return `${yearOf(day)}年${twoDigits(day, 5)}月${twoDigits(day, 8)}日`
}

/** The last day of what a ledger knows: a day, a month or a year. */
export function lastDayKnown(known: string): string {
  if (known.length === 10) return known
  const [year = 0, month = 12] = known.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
