// The same years for both counters: those that are published, and invented ones about them.
import { join } from 'node:path'
import { loadCalendars } from '@yizhuan/law-authoring'
import { holidayFiles, tomorrow, wallOf } from './slow-days.ts'

const root = join(import.meta.dirname, '../../packs')

/** Years without a published arrangement, as they might be arranged: with rest days worked and weekdays off. */
const invented = [2024, 2028, 2029, 2030].map((year) => ({
  year,
  announced: true,
  holidays: [
    { from: `${year}-01-01`, to: `${year}-01-03` },
    { from: `${year}-02-09`, to: `${year}-02-17` },
    { from: `${year}-02-28`, to: `${year}-03-01` },
    { from: `${year}-10-01`, to: `${year}-10-08` },
  ],
  workdays: [`${year}-02-04`, `${year}-02-18`, `${year}-09-29`, `${year}-10-12`],
}))
/** What the slow counter looks at. */
export const wall = wallOf([...holidayFiles(root), ...invented])
/** The same as the law reads it. */
export const calendars = [
  ...loadCalendars(root),
  ...invented.map((one) => ({
    ...one,
    holidays: one.holidays.flatMap(({ from, to }) => daysFrom(from, to)),
    verified: false,
  })),
]

/** Every day from one to another. */
export function daysFrom(from: string, to: string): readonly string[] {
  const all: string[] = []
  for (let day = from; day <= to; day = tomorrow(day)) all.push(day)
  return all
}
