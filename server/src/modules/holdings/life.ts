import type { ToldHolding } from '../cases/index.ts'
import type { Filing } from './filing.ts'

// What befell holdings and what they brought, one line each: what a sheet of it is made of.

export interface EventLine {
  readonly number: string
  readonly company: string
  readonly event: ToldHolding['events'][number]
}

/** What a company decided to pay out, or a payment of it that came. */
export interface DividendLine {
  readonly number: string
  readonly company: string
  readonly what: 'decided' | 'received'
  readonly on: string
  readonly year: string | null
  readonly resolution: string | null
  readonly total: string | null
  /** None where the holders agreed otherwise than by their parts: what they agreed stands in their resolution. */
  readonly own: string | null
  readonly open: string | null
  readonly received: string | null
}

/** How the tax on somebody's awarded equity stands, with the last day to file its deferral. */
export interface FilingLine {
  readonly number: string
  readonly company: string
  readonly uscc: string | null
  readonly achievement: string
  readonly transferCase: string | null
  readonly formedOn: string
  readonly filing: Filing
  readonly lastDay: string | null
}

export interface LifeFilter {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly matter?: string | undefined
}

interface Row {
  readonly number: string
  readonly company: string
  readonly told: ToldHolding
}

/** The events of a holding that a filter finds, the earliest first. */
export function eventLinesOf(
  { number, company, told }: Row,
  { matter, ...period }: LifeFilter,
): readonly EventLine[] {
  return told.events
    .filter((one) => matter === undefined || one.matter === matter)
    .filter(({ on }) => isWithin(on, period))
    .map((event) => ({ number, company, event }))
}

/** The dividends of a holding that a filter finds: what was decided, then what came. */
export function dividendLinesOf(
  { number, company, told }: Row,
  period: LifeFilter,
): readonly DividendLine[] {
  const decided = told.dividends.map(({ on, year, resolution, total, parts, received }) => {
    const own = parts.filter(({ isOwn }) => isOwn).reduce((sum, { fen }) => sum + BigInt(fen), 0n)
    const isKnown = parts.length > 0
    const open = own - BigInt(received)
    return {
      ...{ number, company, what: 'decided' as const, on, year, resolution, total },
      own: isKnown ? `${own}` : null,
      open: isKnown ? `${open > 0n ? open : 0n}` : null,
      received: null,
    }
  })
  const came = told.dividendsReceived.map(({ on, year, fen }) => ({
    ...{ number, company, what: 'received' as const, on, year, resolution: null },
    ...{ total: null, own: null, open: null, received: fen },
  }))
  return [...decided, ...came].filter(({ on }) => isWithin(on, period))
}

const isWithin = (on: string, { from, to }: LifeFilter) =>
  (from === undefined || from <= on) && (to === undefined || on <= to)
