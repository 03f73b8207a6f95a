import type { MoneyEventKind } from '@yizhuan/money'

// Words of the value added tax of invoices. It belongs to the month in which it arose; what became of it is recorded
// for the last month of the period that was declared, since some declare by the quarter.

export const vatKinds = ['paid', 'given_back', 'carried', 'relieved', 'costed'] as const
export type VatKind = (typeof vatKinds)[number]

export const vatStates = ['recorded', 'reversed'] as const
export type VatState = (typeof vatStates)[number]

/** How the books know each kind. */
export const vatEvents: Readonly<Record<VatKind, MoneyEventKind>> = {
  paid: 'vatPaidOver',
  given_back: 'vatGivenBack',
  carried: 'vatCarried',
  relieved: 'vatRelieved',
  costed: 'vatOfCosts',
}

/** The sums of a month, in whole fen. */
export interface VatMonth {
  readonly month: string
  /** What arose by invoices, less what red letters took back. */
  readonly arisenFen: string
  readonly settled: Readonly<Record<VatKind, string>>
}

/** What the settlements of a month take off what is owed. */
export const settledOf = ({ settled }: VatMonth): bigint =>
  vatKinds.reduce(
    (sum, kind) => sum + (kind === 'given_back' ? -1n : 1n) * BigInt(settled[kind]),
    0n,
  )

/** What is owed through a month; below nought more was settled than arose. */
export function owedThrough(months: readonly VatMonth[], month: string): bigint {
  return months
    .filter((one) => one.month <= month)
    .reduce((sum, one) => sum + BigInt(one.arisenFen) - settledOf(one), 0n)
}

/** The most that can be recorded of a kind for a month now. @param costs  tax in costs of deals, not recorded yet. */
export function mostOf(
  months: readonly VatMonth[],
  { month, kind }: { readonly month: string; readonly kind: VatKind },
  costs: bigint,
): bigint {
  const owed = owedThrough(months, month)
  const most = kind === 'given_back' ? -owed : owed
  const limited = kind === 'costed' && costs < most ? costs : most
  return limited > 0n ? limited : 0n
}
