import {
  add,
  compare,
  type Day,
  div,
  type Fen,
  mul,
  parseFen,
  parseRatio,
  type Ratio,
  ratio,
  roundDown,
  roundUp,
  sub,
} from '@yizhuan/kit'
import { isRatio, type Law, parameterAt, type TaxRate, type TaxTable, taxOnTop } from '@yizhuan/law'
import type { DeferralChoice } from '@yizhuan/procedures'
import { type TaxedReceipt, windowOf } from './position.ts'

// What taxes may come to, with a relief and without, year by year: a tax of a year is not worked out on what
// came in another. Estimates and nothing more; which of both stands is known once all gates are.

/** An estimate of a year: null where the day of what it rests on is not known. */
export interface Estimate {
  readonly year: string | null
  readonly who: string | null
  readonly base: Fen
  readonly without: Fen
  readonly with: Fen
}

/** Money that went back: what of it was the institution's own, and of which receipt where that is known. */
export interface TaxedRefund {
  readonly id: string
  readonly receivedOn: string | null
  readonly ownFen: string
  readonly paidOn: string | null
  readonly receipt: string | null
}

/** What persons would pay on their rewards beside other income of each year; the relief is for rewards in time. */
export function rewardEstimates(
  law: Law,
  tableOn: (day: string) => TaxTable | undefined,
  of: { readonly receipts: readonly TaxedReceipt[]; readonly other: Fen; readonly today: Day },
): readonly Estimate[] {
  const counted = parameterAt(law.layers, 'cash.counted', of.today)?.value
  const part: Ratio = counted !== undefined && isRatio(counted) ? counted : ratio(1)
  const rewards = of.receipts.flatMap((receipt) => {
    const { state } = windowOf(law, receipt, of.today)
    const isInTime = state !== 'closed' && state !== 'paidLate'
    // What is not paid yet is taken as paid today.
    const year = yearOf(receipt.paidOn ?? of.today)
    return receipt.split.flatMap(({ name, fen }) =>
      fen === undefined || BigInt(fen) <= 0n ? [] : [{ year, name, fen: BigInt(fen), isInTime }],
    )
  })
  const groups = new Map<string, (typeof rewards)[number][]>()
  for (const one of rewards) {
    const key = `${one.year} ${one.name}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((group): Estimate[] => {
    const [first] = group
    const table = first && tableOn(lastDayOf(first.year, of.today))
    if (!first || !table) return []
    const base = sum(group.map(({ fen }) => fen))
    const inTime = sum(group.filter(({ isInTime }) => isInTime).map(({ fen }) => fen))
    const reduced = roundUp(mul(ratio(inTime), part)) + base - inTime
    return [
      {
        ...{ year: first.year, who: first.name, base },
        without: taxOnTop(table, of.other, base),
        with: taxOnTop(table, of.other, reduced as Fen),
      },
    ]
  })
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
 * What the taxpayer would owe on what arrived, by the rates of the packs.
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
    const rate = rateOn(lastDayOf(year, today))
    if (!rate) return []
    const isOf = ({ receivedOn }: { readonly receivedOn: string | null }) =>
      yearOf(receivedOn) === year
    const [came, went] = [receipts.filter(isOf), refunds.filter(isOf)]
    return [{ year, who: null, ...turnoverOf(rate, came, lessOf(rate, went, receipts)) }]
  })
}

function turnoverOf(
  { rate, exempt, above }: TaxRate,
  came: readonly TaxedReceipt[],
  went: bigint,
): Pick<Estimate, 'base' | 'without' | 'with'> {
  const of = parseRatio(rate, 'rate')
  if (exempt === undefined || above === undefined) {
    const base = (sum(came.map(({ amountFen }) => BigInt(amountFen))) - went) as Fen
    // The tax within a price that includes it.
    const within = div(mul(taxable(base), of), add(ratio(1), of))
    return { base, without: nearest(within), with: 0n as Fen }
  }
  const gained = came.map(({ netFen, amountFen }) => BigInt(netFen ?? amountFen))
  const base = (sum(gained) - went) as Fen
  const over = sub(taxable(base), ratio(parseFen(exempt, 'exempt')))
  const taxed = compare(over, ratio(0)) > 0 ? mul(over, parseRatio(above, 'above')) : ratio(0)
  return { base, without: nearest(mul(taxable(base), of)), with: nearest(mul(taxed, of)) }
}

/** What refunds take off: of a gain nothing where the net income of their receipt was worked out after them. */
function lessOf(
  { exempt }: TaxRate,
  went: readonly TaxedRefund[],
  receipts: readonly TaxedReceipt[],
): bigint {
  const isWithinNet = ({ receipt, paidOn }: TaxedRefund) =>
    exempt !== undefined &&
    paidOn !== null &&
    receipts.some(({ id, netFen }) => id === receipt && netFen !== null)
  return sum(went.filter((one) => !isWithinNet(one)).map(({ ownFen }) => BigInt(ownFen)))
}

/** Where more went back than came, nothing of that year is taxed. */
const taxable = (base: Fen): Ratio => ratio(base > 0n ? base : 0n)

const sum = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n) as Fen

const nearest = (one: Ratio) => roundDown(add(one, ratio(1, 2))) as Fen

const yearOf = (day: string | null): string | null =>
  day !== null && /^\d{4}/.test(day) ? day.slice(0, 4) : null

/** The day by whose rates a year is estimated: its last one, or today while it runs. */
function lastDayOf(year: string | null, today: Day): string {
  const last = `${year ?? ''}-12-31`
  return year !== null && last < today ? last : today
}
