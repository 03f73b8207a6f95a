import { compare, parseRatio, type Ratio, ratio } from '@yizhuan/kit'
import { type TaxPositionLists, vatRatesOn } from '@yizhuan/law'

/** What stands in the place of a rate where a sale bears no tax: not the same as a rate of nought. */
export const exempt = 'exempt'

/** The tax that a rate says, as a part of what is without it. */
export const vatPart = (rate: string): Ratio =>
  rate === exempt ? ratio(0) : parseRatio(rate, 'vatRate')

/** Whether a rate is one of some. */
const isAmong = (vatRate: string, rates: readonly string[]): boolean => {
  const rate = vatPart(vatRate)
  return vatRate === exempt || rates.some((one) => compare(parseRatio(one), rate) === 0)
}

/** Whether the packs have a rate on any day: on which day an invoice is issued nobody says while it is drafted. */
export const isKnownRate = ({ vat }: Pick<TaxPositionLists, 'vat'>, vatRate: string): boolean =>
  isAmong(
    vatRate,
    vat.flatMap(({ rates }) => rates),
  )

/** The rates of a day. */
export interface RatesOfDay {
  readonly on: string
  readonly rates: readonly string[]
}

/**
 * The rates of the day on which tax arose, where an invoice bears none of them and does not say why.
 *
 * Tax arises when a payment falls due or money for it arrives, at the latest with its invoice, and bears the rate of
 * that day (cn-vat-law#a28): what is invoiced late keeps it, whatever the rate of the day of issue.
 *
 * @param arose  of each line the day on which its tax arose, where that is known.
 */
export function unlikeRatesOf(
  lists: TaxPositionLists,
  { vatRate, vatReason }: { readonly vatRate: string; readonly vatReason: string | null },
  issuedOn: string,
  arose: readonly (string | null)[] = [],
): RatesOfDay | undefined {
  if (vatReason !== null) return undefined
  const days = (arose.length > 0 ? arose : [null]).map((day) =>
    day === null || day > issuedOn ? issuedOn : day,
  )
  return (
    days
      .map((on) => ({ on, rates: vatRatesOn(lists, on) }))
      // Of days of which the packs hold nothing, nothing is judged.
      .find(({ rates }) => rates.length > 0 && !isAmong(vatRate, rates))
  )
}

/** Whether the packs hold no rates of the day on which an invoice was issued: nobody judged its own. */
export const isRateUnknown = (lists: TaxPositionLists, issuedOn: string | null): boolean =>
  issuedOn !== null && vatRatesOn(lists, issuedOn).length === 0
