import { type Calendar, type Day, day as dayOf, rollForward, type Words } from '@yizhuan/kit'
import type { OpenSpan } from './pack.ts'
import { isWithin } from './parameters.ts'

// What `packs/tax-positions` holds: which norms are the gates of a position on tax, what is supposed when
// they are looked at, what people answer, and rates for estimates.

export const taxRegimes = [
  'cash_reward',
  'equity_deferral',
  'vat_exemption',
  'cit_transfer',
] as const
export type TaxRegime = (typeof taxRegimes)[number]

export interface TaxRegimeDocument {
  readonly title: Words
  /** Whose tax it is. */
  readonly taxpayer: Words
  readonly matter: string
  /** The action of the law by which it is claimed. */
  readonly action: string
  /** The fact that is supposed to be so when the gates are looked at. */
  readonly supposes: string
  /** The modes of transfers and kinds of other contracts that may have it. */
  readonly contracts: readonly string[]
  /** The norms, in the order in which a page shows them. */
  readonly gates: readonly string[]
  /** The facts that people answer. */
  readonly asks: readonly string[]
}

/** A rate for estimates, from a day on. */
export interface TaxRate extends OpenSpan {
  readonly regime: TaxRegime
  readonly rate: string
  /** Up to here, in fen of a year, nothing is taxed; what is above by a part. */
  readonly exempt?: number | string
  readonly above?: string
  readonly cite: string
  readonly verified: boolean
}

/** A day of the following month, and whether it moves where it is a rest day. */
export interface NextMonthRule extends OpenSpan {
  readonly day: number
  readonly cite: string
  /** Whether a last day that is a rest day moves to the next working day. */
  readonly restDays: 'moved' | 'kept'
  readonly verified: boolean
}

/** By which day of the following month a deferral of tax on awarded equity is filed. */
export interface FilingRule extends NextMonthRule {
  /** The text that says the day, which is in no library here. */
  readonly title: Words
}

/** By which day of the following month what was withheld in a month is paid over, for months from a day on. */
export interface WithholdingRule extends NextMonthRule {
  /** The article by which a last day moves; its text is in no library here. */
  readonly restTitle: Words
}

/** The rates of value added tax that an invoice of these days may bear without a reason. */
export interface VatRates extends OpenSpan {
  readonly rates: readonly string[]
  readonly cite: string
  readonly verified: boolean
}

export interface TaxPositionLists {
  readonly vat: readonly VatRates[]
  readonly withholding: readonly WithholdingRule[]
  readonly filing: readonly FilingRule[]
  readonly regimes: Readonly<Record<TaxRegime, TaxRegimeDocument>>
  readonly rates: readonly TaxRate[]
}

/** The rate of a regime on a day; undefined where packs hold none. */
export function taxRateOn(
  { rates }: TaxPositionLists,
  regime: TaxRegime,
  day: string,
): TaxRate | undefined {
  return rates.find((one) => one.regime === regime && isWithin(one, day))
}

/** The rates of value added tax of a day, the usual one first; none where packs hold none. */
export function vatRatesOn({ vat }: TaxPositionLists, day: string): readonly string[] {
  return vat.find((one) => isWithin(one, day))?.rates ?? []
}

/** The rule of a day by which tax withheld is paid over; months before the first have that one. */
export function withholdingOn(
  { withholding }: TaxPositionLists,
  day: string,
): WithholdingRule | undefined {
  return withholding.find((one) => isWithin(one, day)) ?? withholding[0]
}

/** The rule of a day by which a deferral is filed; none where packs hold none. */
export function filingOn({ filing }: TaxPositionLists, day: string): FilingRule | undefined {
  return filing.find((one) => isWithin(one, day))
}

/** The day of the month after a month, such as `2026-05`, that a rule says. */
export function dayOfNextMonth(
  month: string,
  { day, restDays }: Pick<NextMonthRule, 'day' | 'restDays'>,
  calendar: Calendar,
): Day {
  const [year = 0, of = 1] = month.split('-').map(Number)
  const next = of === 12 ? `${year + 1}-01` : `${year}-${`${of + 1}`.padStart(2, '0')}`
  const last = dayOf(`${next}-${`${day}`.padStart(2, '0')}`)
  return restDays === 'moved' ? rollForward(last, calendar) : last
}
