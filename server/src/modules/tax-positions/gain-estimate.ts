import { type Day, type Fen, groupBy, mul, parseFen, parseRatio, ratio } from '@yizhuan/kit'
import type { TaxRate } from '@yizhuan/law'
import {
  compared,
  type Estimate,
  type ExemptOfYear,
  lastDayOf,
  nearest,
  yearOf,
} from './estimate.ts'

// What a taxpayer would owe on gains of transfers. What a year exempts is the taxpayer's, not a contract's
// (cn-cit-rules#a90): the transfers of a year use it in the order in which their money arrived, then by number.

/** What a receipt of a transfer brought as gain; below nought where money went back. */
export interface Gain {
  readonly contract: string
  readonly number: string | null
  /** Whose gain it is: of what the platform company signed it is the company's. */
  readonly isOfCompany: boolean
  readonly receivedOn: string | null
  readonly fen: bigint
}

/** The gains of a house, made ready by `gainsOfHouse`. */
export interface GainsOfHouse {
  readonly byYear: ReadonlyMap<string, readonly Gain[]>
  /** The contracts that do not have the relief, as far as people said: they use nothing of it. */
  readonly without: ReadonlySet<string>
}

const keyOf = ({ isOfCompany, receivedOn, contract }: Gain): string => {
  const year = yearOf(receivedOn)
  // Of a day that is not known nobody can say with what else it shares a year.
  return year === null ? `- ${contract}` : `${isOfCompany} ${year}`
}

/** Gains by taxpayer and year, in the order in which they use what is exempt; what went back is taken off. */
export function gainsOfHouse(gains: readonly Gain[], without: ReadonlySet<string>): GainsOfHouse {
  const byYear = [...groupBy(gains, keyOf)].map(([key, all]): [string, readonly Gain[]] => {
    const each = [...groupBy(all, ({ contract }) => contract).values()]
    return [key, each.flatMap(lessBack).toSorted(inOrder)]
  })
  return { byYear: new Map(byYear), without }
}

/** The gains of a contract in a year less what went back in it: of the latest first; a loss is one line. */
function lessBack(own: readonly Gain[]): readonly Gain[] {
  const [first] = own
  const net = sumOf(own)
  if (first && net < 0n) return [{ ...first, fen: net }]
  let back = -sumOf(own.filter(({ fen }) => fen < 0n))
  return own
    .filter(({ fen }) => fen > 0n)
    .toSorted(inOrder)
    .toReversed()
    .map((one) => {
      const left = one.fen - back
      back = left < 0n ? -left : 0n
      return { ...one, fen: left < 0n ? 0n : left }
    })
}

/** Losses lower the gain of the year, so they come first; then by day of receipt and by number. */
const inOrder = (a: Gain, b: Gain): number =>
  Number(b.fen < 0n) - Number(a.fen < 0n) ||
  compared(a.receivedOn ?? '~', b.receivedOn ?? '~') ||
  compared(a.number ?? '~', b.number ?? '~') ||
  compared(a.contract, b.contract)

/** What the taxpayer of a contract would owe on its gains, year by year, after those that arrived before. */
export function gainEstimates(
  rateOn: (day: string) => TaxRate | undefined,
  { byYear, without }: GainsOfHouse,
  of: { readonly contract: string; readonly today: Day },
): readonly Estimate[] {
  const years = [...byYear.values()].filter((all) =>
    all.some(({ contract }) => contract === of.contract),
  )
  const estimates = years.flatMap((all): Estimate[] => {
    const own = all.filter(({ contract }) => contract === of.contract)
    const year = yearOf(own[0]?.receivedOn ?? null)
    const rate = rateOn(lastDayOf(year, of.today))
    if (rate?.exempt === undefined || rate.above === undefined) return []
    const [tax, above] = [parseRatio(rate.rate, 'rate'), parseRatio(rate.above, 'above')]
    const base = sumOf(own) as Fen
    const taxed = base > 0n ? base : 0n
    const together = all.filter(({ contract: id }) => id === of.contract || !without.has(id))
    const { over, ...exempt } = shareOf(
      together,
      of.contract,
      parseFen(rate.exempt, 'exempt') as Fen,
    )
    return [
      {
        ...{ year, who: null, base },
        without: nearest(mul(ratio(taxed), tax)),
        with: nearest(mul(mul(ratio(over), above), tax)),
        exempt: year === null ? null : exempt,
      },
    ]
  })
  return estimates.toSorted((a, b) => compared(a.year ?? '~', b.year ?? '~'))
}

/** What of the exempt amount the gains of a contract find left, each after those before it, and what is above it. */
function shareOf(
  gains: readonly Gain[],
  contract: string,
  whole: Fen,
): ExemptOfYear & { readonly over: bigint } {
  const above = (sum: bigint) => (sum > whole ? sum - whole : 0n)
  const gained = (sum: bigint) => (sum > 0n ? sum : 0n)
  let sum = 0n
  const parts = gains.map((gain) => {
    const [over, before] = [above(sum), gained(sum)]
    sum += gain.fen
    const more = above(sum) - over
    return { contract: gain.contract, over: more, part: gained(sum) - before - more }
  })
  const last = parts.findLastIndex((one) => one.contract === contract && one.part + one.over !== 0n)
  const earlier = parts
    .slice(0, Math.max(last, 0))
    .filter((one) => one.contract !== contract && one.part > 0n)
  const own = parts.filter((one) => one.contract === contract)
  const add = (all: typeof parts) => all.reduce((total, { part }) => total + part, 0n) as Fen
  return {
    ...{ whole, used: add(earlier), others: new Set(earlier.map((one) => one.contract)).size },
    ...{ taken: add(own), over: own.reduce((total, { over }) => total + over, 0n) },
  }
}

const sumOf = (gains: readonly Gain[]): bigint => gains.reduce((all, { fen }) => all + fen, 0n)
