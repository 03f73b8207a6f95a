import { add, compare, type Day, InputError, mul, type Ratio, ratio } from '@yizhuan/kit'
import { nearest } from '../currency/exchange.ts'

// Running royalties: a share of what a licensee sells, or so much for each piece, band by band, and at least so
// much a period.

/** A share up to an amount of sales, or an amount up to a number of pieces; the last band has no end. */
export interface Band {
  readonly upTo: bigint | null
  readonly rate: Ratio
}

export const brokenMinimums = ['days', 'whole', 'none'] as const
export type BrokenMinimum = (typeof brokenMinimums)[number]

/** How long a period may be, in months. */
export const periodMonths = [1, 3, 6, 12] as const
export type PeriodMonths = (typeof periodMonths)[number]

/** What was agreed of a royalty. Amounts are in the smallest unit of the contract's currency. */
export interface RoyaltyTerm {
  /** What is counted, where it is pieces and not sales: a rate is then the smallest units of currency for one. */
  readonly unit?: string
  readonly bands: readonly Band[]
  /** Whether the bands begin anew each period, or count the sales of the whole contract. */
  readonly counts: 'period' | 'life'
  readonly minimum: bigint
  /** What of the minimum is owed for a period that the end of the contract breaks off; by its days if not agreed. */
  readonly brokenMinimum?: BrokenMinimum
  /** The length of a period in months. */
  readonly every: PeriodMonths
  readonly from: Day
  readonly to: Day
  /** How many days after a period its statement and its payment are due. */
  readonly statementDays: number
  readonly payDays: number
  /** The period that the end of the contract broke off, and what of its minimum is owed. */
  readonly broken?: { readonly from: Day; readonly minimum: bigint }
}

/** What one band makes of the sales, or the pieces, within it. */
export interface BandPart {
  readonly from: bigint
  readonly upTo: bigint | null
  readonly rate: Ratio
  readonly sales: bigint
  readonly exact: Ratio
}

/** The royalty of one period. */
export interface Royalty {
  readonly parts: readonly BandPart[]
  /** By the bands, rounded once to the nearest unit. */
  readonly earned: bigint
  /** What is to be paid: what was earned, or the minimum where that is more. */
  readonly due: bigint
  readonly isMinimum: boolean
}

/** Works out a royalty on what was sold in a period; `before` is what was sold in all periods before it. */
export function royaltyOn(
  { bands, counts, minimum }: Pick<RoyaltyTerm, 'bands' | 'counts' | 'minimum'>,
  sales: bigint,
  before: bigint,
): Royalty {
  const start = counts === 'life' ? before : 0n
  const end = start + sales
  let from = 0n
  const parts: BandPart[] = []
  for (const { upTo, rate } of bands) {
    const top = upTo === null || upTo > end ? end : upTo
    const within = top - (from > start ? from : start)
    if (within > 0n) {
      const exact = mul(ratio(within), rate)
      parts.push({ from, upTo, rate, sales: within, exact })
    }
    if (upTo === null) break
    from = upTo
  }
  const earned: bigint = nearest(parts.reduce((sum, { exact }) => add(sum, exact), ratio(0)))
  const isMinimum = earned < minimum
  return { parts, earned, due: isMinimum ? minimum : earned, isMinimum }
}

/** Refuses bands that do not rise, that end, or that take more than everything; a piece may cost any amount. */
export function checkBands(bands: readonly Band[], field: string, isByPiece = false): void {
  const wrong = (at: number, rule: string, zh: string, en: string) =>
    new InputError(`${field}[${at}]`, rule, { zh, en })
  for (const [at, { upTo, rate }] of bands.entries()) {
    if (isByPiece && rate.n < 0n) {
      throw wrong(
        at,
        'piece-rate',
        '每件提成不能为负',
        'An amount for each piece is not below zero',
      )
    }
    if (!isByPiece && (rate.n < 0n || compare(rate, ratio(1)) > 0)) {
      throw wrong(at, 'band-rate', '提成比例须在 0 至 100% 之间', 'A rate is between 0 and 100%')
    }
    const isLast = at === bands.length - 1
    if (isLast !== (upTo === null)) {
      throw wrong(
        at,
        'band-end',
        '最后一档不填上限，其余各档均须填写上限',
        'The last band has no upper end; all others have one',
      )
    }
    const former = at === 0 ? 0n : (bands[at - 1]?.upTo ?? 0n)
    if (upTo !== null && upTo <= former) {
      throw wrong(
        at,
        'band-order',
        '各档上限须逐档增大',
        'The upper end of each band is above that of the band before',
      )
    }
  }
}
