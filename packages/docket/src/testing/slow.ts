import { join } from 'node:path'
import { loadCalendars } from '@yizhuan/law-authoring'
import { documents } from './law.ts'

// A calculator built differently on purpose: it walks the days one by one as a clerk would with a wall
// calendar, reads the documents as they are written, and counts in yuan cents as plain numbers.

const years = loadCalendars(join(import.meta.dirname, '../../../../packs'))
const free = new Set(years.flatMap(({ holidays }) => holidays))
const worked = new Set(years.flatMap(({ workdays }) => workdays))

interface Date3 {
  y: number
  m: number
  d: number
  /** 1 for Monday to 7 for Sunday. */
  weekday: number
}

const isLeap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
const lengthOf = (y: number, m: number) =>
  m === 2 ? (isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31
const two = (n: number) => String(n).padStart(2, '0')
const text = ({ y, m, d }: Date3) => `${y}-${two(m)}-${two(d)}`

/** Every day from 1 January 2000, a Saturday, to the end of 2059. */
const wall: string[] = []
const rest = new Set<string>()
for (const now: Date3 = { y: 2000, m: 1, d: 1, weekday: 6 }; now.y < 2060; ) {
  const day = text(now)
  wall.push(day)
  if (free.has(day) || (now.weekday > 5 && !worked.has(day))) rest.add(day)
  now.weekday = (now.weekday % 7) + 1
  now.d += 1
  if (now.d > lengthOf(now.y, now.m)) [now.d, now.m] = [1, now.m + 1]
  if (now.m > 12) [now.m, now.y] = [1, now.y + 1]
}
const place = new Map(wall.map((day, at) => [day, at]))

function nextWorking(day: string): string {
  let at = place.get(day) ?? 0
  while (rest.has(wall[at] ?? '')) at += 1
  return wall[at] ?? ''
}

/** The day that corresponds to another n months later, found by walking over the ends of months. */
function monthsOn(day: string, n: number): string {
  const wanted = Number(day.slice(8))
  let at = place.get(day) ?? 0
  for (let left = n; left > 0; ) {
    at += 1
    if ((wall[at] ?? '').slice(8) === '01') left -= 1
  }
  const month = (wall[at] ?? '').slice(0, 7)
  while ((wall[at + 1] ?? '').startsWith(month) && Number((wall[at] ?? '').slice(8)) < wanted)
    at += 1
  return wall[at] ?? ''
}

interface Band {
  readonly first: number
  readonly last: number
  readonly fen: number
}

interface Table {
  readonly kind: string
  readonly from: string
  readonly bands: readonly Band[]
}

export interface SlowFacts {
  readonly kind: string
  readonly filed: string
  readonly granted: string
  readonly owners: number
  readonly reducedFrom: string | null
  readonly openFrom: string | null
}

/** The line of one year on a day when nothing of that year was paid. */
export function slowLine(facts: SlowFacts, year: number, today: string) {
  const due = monthsOn(facts.filed, (year - 1) * 12)
  const until = nextWorking(due)
  const grace = nextWorking(monthsOn(due, 6))
  const full = bandOf(facts.kind, year, due)
  const fee = Math.round((full * (100 - relief(facts, year, due))) / 100)
  const months = [0, 1, 2, 3, 4, 5].filter(
    (k) => today > (k === 0 ? until : monthsOn(due, k)),
  ).length
  const isOver = today > grace
  const added = (freeMonths: number) =>
    isOver ? full / 4 : (full * 5 * Math.max(0, months - freeMonths)) / 100
  const state = isOver ? 'missed' : today > until ? 'inGrace' : 'upcoming'
  return { due, until, grace, full, fee, state, added: [added(1), added(0)] }
}

function bandOf(kind: string, year: number, due: string): number {
  const { annuities } = documents.fees as { annuities: readonly Table[] }
  let fen = 0
  for (const table of annuities)
    if (table.kind === kind && table.from <= due)
      for (const band of table.bands) if (year >= band.first && year <= band.last) fen = band.fen
  return fen
}

/** Percent off: 85 or 70 for ten years with that of the grant (six before August 2018), 15 of an open licence. */
function relief(
  { filed, granted, owners, reducedFrom, openFrom }: SlowFacts,
  year: number,
  due: string,
) {
  let grantYear = 0
  while (monthsOn(filed, grantYear * 12) <= granted) grantYear += 1
  const span = due >= '2018-08-01' ? 10 : due >= '2016-09-01' ? 6 : 0
  const isReduced = reducedFrom !== null && reducedFrom <= due && year - grantYear < span
  const reduced = isReduced ? (owners > 1 ? 70 : 85) : 0
  const open = openFrom !== null && openFrom <= due && due >= '2024-01-20' ? 15 : 0
  return Math.max(reduced, open)
}
