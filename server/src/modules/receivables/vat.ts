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

/**
 * The rates of the day on which an invoice is issued, where its own is none of them and it does not say why.
 *
 * What is invoiced after its tax arose bears the rate of that day (cn-vat-law#a28): then nothing is asked either.
 *
 * @param arose  of each line the day on which its tax arose, where that is known.
 */
export function unlikeRatesOf(
  lists: TaxPositionLists,
  { vatRate, vatReason }: { readonly vatRate: string; readonly vatReason: string | null },
  issuedOn: string,
  arose: readonly (string | null)[] = [],
): readonly string[] | undefined {
  const rates = vatRatesOn(lists, issuedOn)
  // Of days of which the packs hold nothing, nothing is judged.
  if (rates.length === 0 || vatReason !== null || isAmong(vatRate, rates)) return undefined
  const isOfItsDay = (day: string | null) => {
    const earlier = day === null || day >= issuedOn ? rates : vatRatesOn(lists, day)
    return earlier.length === 0 || isAmong(vatRate, earlier)
  }
  return arose.length > 0 && arose.every(isOfItsDay) ? undefined : rates
}

/** Whether the packs hold no rates of the day on which an invoice was issued: nobody judged its own. */
export const isRateUnknown = (lists: TaxPositionLists, issuedOn: string | null): boolean =>
  issuedOn !== null && vatRatesOn(lists, issuedOn).length === 0
