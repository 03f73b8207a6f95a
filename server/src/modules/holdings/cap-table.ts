import { addDays, type Day } from '@yizhuan/kit'
import type { ToldHolding } from '../cases/index.ts'

// Who held what of a company from which day to which, one line each: what a sheet of it is made of.

export interface CapTableLine {
  readonly number: string
  readonly company: string
  readonly since: string
  /** The last day; none for who holds now. */
  readonly until: string | null
  readonly name: string
  readonly kind: string
  readonly share: string
  /** What of the dividends that were decided in this time fell on the part. */
  readonly dividendFen: string
}

/** The lines of a holding, by day and then as the holders stand. */
export function capTableOf(of: {
  readonly number: string
  readonly company: string
  readonly told: Pick<ToldHolding, 'periods' | 'dividends'>
}): readonly CapTableLine[] {
  const { number, company, told } = of
  return told.periods.flatMap(({ since, holders }, at) => {
    const next = told.periods[at + 1]?.since
    const until = next === undefined ? null : lastDay(since, next)
    const within = told.dividends.filter(
      ({ on }) => since <= on && (next === undefined || on < next),
    )
    return holders.map(({ name, kind, share }) => {
      const parts = within.flatMap((one) => one.parts.filter((part) => part.name === name))
      const dividendFen = `${parts.reduce((sum, { fen }) => sum + BigInt(fen), 0n)}`
      return { number, company, since, until, name, kind, share, dividendFen }
    })
  })
}

/** What was changed twice on a day was so on that day only. */
function lastDay(since: string, next: string): string {
  const before = addDays(next as Day, -1)
  return before < since ? since : before
}
