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

/**
 * What is still owed through a month; below nought more was settled than arose.
 *
 * A record of a later month is of everything that was declared by its end. So who declares by the quarter and records
 * it for the last month leaves nothing of the first ones, and what a later month set off is no claim any more.
 */
export function owedThrough(months: readonly VatMonth[], month: string): bigint {
  const sum = (those: readonly VatMonth[]) => those.reduce((all, one) => all + changeOf(one), 0n)
  const later = months.filter((one) => one.month > month)
  const owed = sum(months) - sum(later)
  const since = later.toSorted((one, other) => (one.month < other.month ? -1 : 1))
  let through = owed
  return since.reduce((left, one) => {
    through += changeOf(one)
    return isDeclared(one) ? nearerNought(left, through) : left
  }, owed)
}

const changeOf = (one: VatMonth): bigint => BigInt(one.arisenFen) - settledOf(one)

const isDeclared = ({ settled }: VatMonth): boolean =>
  vatKinds.some((kind) => settled[kind] !== '0')

/** Of an amount so much as another leaves of it; nothing where that is on the other side of nought. */
function nearerNought(amount: bigint, other: bigint): bigint {
  if (amount > 0n) return other < 0n ? 0n : other < amount ? other : amount
  return other > 0n ? 0n : other > amount ? other : amount
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
