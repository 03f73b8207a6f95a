// Days counted as a clerk counts them on a wall calendar: one sheet after the other, with their own
// reading of the holidays. Slow, and made of nothing that the product counts with.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

interface HolidayFile {
  readonly year: number
  readonly announced?: boolean
  readonly holidays: readonly { readonly from: string; readonly to: string }[]
  readonly workdays: readonly string[]
}

/** A wall calendar: which days are days of rest, and for which years that was announced. */
export interface Wall {
  rests(day: string): boolean
  announced(day: string): boolean
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function lengthOf(year: number, month: number): number {
  const isLeap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0)
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0)
}

const write = (year: number, month: number, date: number): string =>
  [`${year}`, `${month}`, `${date}`].map((part) => part.padStart(2, '0')).join('-')

function read(day: string): readonly [year: number, month: number, date: number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

/** The sheet under this one. */
export function tomorrow(day: string): string {
  const [year, month, date] = read(day)
  if (date < lengthOf(year, month)) return write(year, month, date + 1)
  return month < 12 ? write(year, month + 1, 1) : write(year + 1, 1, 1)
}

/** The sheet that was torn off. */
export function yesterday(day: string): string {
  const [year, month, date] = read(day)
  if (date > 1) return write(year, month, date - 1)
  return month > 1
    ? write(year, month - 1, lengthOf(year, month - 1))
    : write(year - 1, 12, lengthOf(year - 1, 12))
}

/** So many sheets on, or back. */
export function sheets(from: string, count: number): string {
  let day = from
  for (let left = Math.abs(count); left > 0; left -= 1)
    day = count > 0 ? tomorrow(day) : yesterday(day)
  return day
}

/** Leafs so many months on or back; there the same date, or the last sheet where it is missing. */
export function months(from: string, count: number): string {
  const [, , date] = read(from)
  let day = from
  for (let left = Math.abs(count); left > 0; left -= 1) {
    const here = day.slice(0, 7)
    while (day.slice(0, 7) === here) day = count > 0 ? tomorrow(day) : yesterday(day)
  }
  while (!day.endsWith('-01')) day = yesterday(day)
  while (read(day)[2] < date && tomorrow(day).slice(0, 7) === day.slice(0, 7)) day = tomorrow(day)
  return day
}

/** The first Monday of the century, from which weekdays are told. */
const MONDAY = '2001-01-01'
const LAST_SHEET = '2060-12-31'

/** The wall calendar of some holidays. */
export function wallOf(files: readonly HolidayFile[]): Wall {
  const off = new Set<string>()
  for (const { holidays } of files)
    for (const { from, to } of holidays)
      for (let day = from; day <= to; day = tomorrow(day)) off.add(day)
  const on = new Set(files.flatMap(({ workdays }) => workdays))
  const years = new Set(
    files.filter(({ announced }) => announced !== false).map(({ year }) => `${year}`),
  )
  const rests = new Set<string>()
  let inWeek = 0
  for (let day = MONDAY; day <= LAST_SHEET; day = tomorrow(day)) {
    inWeek = inWeek === 7 ? 1 : inWeek + 1
    if (off.has(day) || (inWeek >= 6 && !on.has(day))) rests.add(day)
  }
  return {
    rests: (day) => rests.has(day),
    announced: (day) => years.has(day.slice(0, 4)),
  }
}

/** The holidays as the packs tell them, read here once more. */
export function holidayFiles(packs: string): readonly HolidayFile[] {
  const folder = join(packs, 'calendars')
  return readdirSync(folder).map(
    (name) => parse(readFileSync(join(folder, name), 'utf8')) as HolidayFile,
  )
}

/** A period of days: its last day, and the first working day after it where that is one of rest. */
export function lastDay(from: string, count: number, wall: Wall): string {
  let day = sheets(from, count)
  while (wall.rests(day)) day = tomorrow(day)
  return day
}

/** The day on which so many days were worked, that of the event aside. */
export function worked(from: string, count: number, wall: Wall): string {
  let day = from
  for (let left = count; left > 0; ) {
    day = tomorrow(day)
    if (!wall.rests(day)) left -= 1
  }
  return day
}
