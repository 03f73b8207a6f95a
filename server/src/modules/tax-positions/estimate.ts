import {
  add,
  type Day,
  div,
  type Fen,
  mul,
  parseRatio,
  type Ratio,
  ratio,
  roundDown,
} from '@yizhuan/kit'
import type { TaxRate } from '@yizhuan/law'
import type { DeferralChoice } from '@yizhuan/procedures'
import type { TaxedReceipt } from './position.ts'

// What taxes may come to, with a relief and without, year by year: a tax of a year is not worked out on what
// came in another. Estimates and nothing more; which of both stands is known once all gates are.

/** What a contract has of the amount that a year exempts. */
export interface ExemptOfYear {
  readonly whole: Fen
  /** What other contracts use of it whose money arrived before, and how many they are. */
  readonly used: Fen
  readonly others: number
  readonly taken: Fen
}

/** An estimate of a year: null where the day of what it rests on is not known. */
export interface Estimate {
  readonly year: string | null
  readonly who: string | null
  readonly base: Fen
  readonly without: Fen
  readonly with: Fen
  /** What there is of the amount that the year exempts, where it exempts one. */
  readonly exempt?: ExemptOfYear | null
  /** What other contracts brought the person in the year before, as far as it is counted. */
  readonly beside?: Fen
}

/** Money that went back: what of it was the institution's own, and of which receipt where that is known. */
export interface TaxedRefund {
  readonly id: string
  readonly receivedOn: string | null
  readonly ownFen: string
  readonly receipt: string | null
}

/**
 * What persons would owe on equity that they were awarded: at once, or nothing until they give it up, where the
 * deferral is theirs. By what it was worth then, less what the technology had cost (cn-equity-deferral-2016#h3).
 */
export function deferralEstimates(
  rateOn: (day: string) => TaxRate | undefined,
  choices: readonly DeferralChoice[],
): readonly Estimate[] {
  return choices.flatMap(({ name, option, chosenOn, value, cost }): Estimate[] => {
    const rate = rateOn(chosenOn)
    if (!rate) return []
    const base = (value - cost) as Fen
    const atOnce = nearest(mul(taxable(base), parseRatio(rate.rate, 'rate')))
    const later = option === 'tax_deferred' ? (0n as Fen) : atOnce
    return [{ year: yearOf(chosenOn), who: name, base, without: atOnce, with: later }]
  })
}

/**
 * The tax within what arrived, by the rates of the packs: in a price that includes it.
 *
 * What went back is taken off the year in which it went back.
 */
export function turnoverEstimates(
  rateOn: (day: string) => TaxRate | undefined,
  of: {
    readonly receipts: readonly TaxedReceipt[]
    readonly refunds: readonly TaxedRefund[]
    readonly today: Day
  },
): readonly Estimate[] {
  const { receipts, refunds, today } = of
  const days = [...receipts, ...refunds].map(({ receivedOn }) => yearOf(receivedOn))
  const years = [...new Set(days)].toSorted((a, b) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
  return years.flatMap((year): Estimate[] => {
    const found = rateOn(lastDayOf(year, today))
    if (!found) return []
    const isOf = ({ receivedOn }: { readonly receivedOn: string | null }) =>
      yearOf(receivedOn) === year
    const came = sum(receipts.filter(isOf).map(({ amountFen }) => BigInt(amountFen)))
    const went = sum(refunds.filter(isOf).map(({ ownFen }) => BigInt(ownFen)))
    const base = (came - went) as Fen
    const rate = parseRatio(found.rate, 'rate')
    const within = nearest(div(mul(taxable(base), rate), add(ratio(1), rate)))
    return [{ year, who: null, base, without: within, with: 0n as Fen }]
  })
}

/** Where more went back than came, nothing of that year is taxed. */
const taxable = (base: Fen): Ratio => ratio(base > 0n ? base : 0n)

const sum = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n) as Fen

export const nearest = (one: Ratio) => roundDown(add(one, ratio(1, 2))) as Fen

export const yearOf = (day: string | null): string | null =>
  day !== null && /^\d{4}/.test(day) ? day.slice(0, 4) : null

/** The day by whose rates a year is estimated: its last one, or today while it runs. */
export function lastDayOf(year: string | null, today: Day): string {
  const last = `${year ?? ''}-12-31`
  return year !== null && last < today ? last : today
}

export const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
