import { type Fen, fen, yearOf } from '@yizhuan/kit'
import type { AnnuityYear } from './annuity.ts'

/** What the annual fees of some rights come to in a calendar year, paid in time. */
export interface ForecastYear {
  readonly year: number
  readonly rights: number
  readonly fees: Fen
  /** What is left to pay of fees that were due before and are late. */
  readonly late: Fen
}

/** Adds up what remains to be paid, by the calendar year it falls due in; late fees stand in the first. */
export function forecastOf(
  schedules: readonly (readonly AnnuityYear[])[],
  reading: string,
  { from, years }: { readonly from: number; readonly years: number },
): readonly ForecastYear[] {
  return Array.from({ length: years }, (_, at) => {
    const year = from + at
    const rows = schedules.map((rows) => rows.filter((row) => fallsInto(row, year, at === 0)))
    const sum = (state: AnnuityYear['state']) =>
      rows
        .flat()
        .filter((row) => row.state === state)
        .reduce((total, row) => total + (row.toPay[reading] ?? 0n), 0n)
    return {
      year,
      rights: rows.filter(({ length }) => length > 0).length,
      fees: fen(sum('upcoming')),
      late: fen(sum('inGrace')),
    }
  })
}

function fallsInto({ state, dueOn }: AnnuityYear, year: number, isFirst: boolean): boolean {
  if (state === 'inGrace') return isFirst
  return state === 'upcoming' && yearOf(dueOn) === year
}
