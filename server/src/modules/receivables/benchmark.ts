import { add, compare, div, percent, type Ratio, ratio } from '@yizhuan/kit'

/** A concluded deal of this house, as far as a later price is compared with it. */
export interface Deal {
  readonly year: string
  readonly mode: string | null
  readonly exclusivity: string | null
  readonly totalFen: bigint | null
  readonly upfrontFen: bigint | null
  /** The first rate of its royalty. */
  readonly rate: Ratio | null
}

/** Below so many deals nothing is told: who knows one of two deals would know the other. */
export const fewestDeals = 3

/** The middle of some values and how far they range. */
export interface Spread<Value> {
  readonly count: number
  readonly low: Value
  readonly median: Value
  readonly high: Value
}

/** The spread of amounts; undefined of too few. A middle between two amounts is rounded down to the fen. */
export function amountSpread(values: readonly bigint[]): Spread<bigint> | undefined {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return spreadOf(sorted, (a, b) => (a + b) / 2n)
}

/** The spread of rates; undefined of too few. */
export function rateSpread(values: readonly Ratio[]): Spread<Ratio> | undefined {
  return spreadOf(values.toSorted(compare), (a, b) => div(add(a, b), ratio(2)))
}

function spreadOf<Value>(
  sorted: readonly Value[],
  between: (a: Value, b: Value) => Value,
): Spread<Value> | undefined {
  const count = sorted.length
  const [low, high] = [sorted[0], sorted.at(-1)]
  const upper = sorted[Math.floor(count / 2)]
  const lower = sorted[Math.floor((count - 1) / 2)]
  if (count < fewestDeals || low === undefined || high === undefined) return undefined
  if (upper === undefined || lower === undefined) return undefined
  return { count, low, median: count % 2 === 1 ? upper : between(lower, upper), high }
}

/** What a benchmark tells of some deals. Of too few it tells how many there are and nothing else. */
export function benchmarkOf(deals: readonly Deal[]) {
  const known = <Value>(values: readonly (Value | null)[]) =>
    values.filter((value): value is Value => value !== null)
  const amounts = (values: readonly (bigint | null)[]) => {
    const spread = amountSpread(known(values))
    return spread
      ? {
          count: spread.count,
          low: `${spread.low}`,
          median: `${spread.median}`,
          high: `${spread.high}`,
        }
      : null
  }
  const rates = rateSpread(known(deals.map(({ rate }) => rate)))
  const isEnough = deals.length >= fewestDeals
  return {
    count: deals.length,
    upfront: amounts(deals.map(({ upfrontFen }) => upfrontFen)),
    total: amounts(deals.map(({ totalFen }) => totalFen)),
    rate: rates
      ? {
          count: rates.count,
          ...{ low: percent(rates.low), median: percent(rates.median), high: percent(rates.high) },
        }
      : null,
    // Whose deal it was is not told; amounts stand in the spreads alone.
    deals: isEnough
      ? deals.map(({ year, mode, exclusivity }) => ({ year, mode, exclusivity }))
      : [],
  }
}
