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

/** The rates of the day on which an invoice is issued, where its own is none of them and it does not say why. */
export function unlikeRatesOf(
  lists: TaxPositionLists,
  { vatRate, vatReason }: { readonly vatRate: string; readonly vatReason: string | null },
  issuedOn: string,
): readonly string[] | undefined {
  const rates = vatRatesOn(lists, issuedOn)
  // Of days of which the packs hold nothing, nothing is judged.
  if (rates.length === 0 || vatReason !== null || isAmong(vatRate, rates)) return undefined
  return rates
}
