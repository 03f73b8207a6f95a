import type { Calendar, Day } from '@yizhuan/kit'
import { dayOfNextMonth, type WithholdingRule } from '@yizhuan/law'

// Words of tax that is withheld from rewards. It belongs to the month in which a reward was paid: what was
// withheld then, less what came back or was set off since and less what was paid over, stands to be paid over.
// Below nought more was paid over than was owed in the end: a claim on the tax office.

export const remittanceKinds = ['paid_over', 'given_back'] as const
export type RemittanceKind = (typeof remittanceKinds)[number]

export const remittanceStates = [
  'made',
  'approved',
  'refused',
  'cancelled',
  'settled',
  'reversed',
] as const
export type RemittanceState = (typeof remittanceStates)[number]

export const setOffStates = ['made', 'settled', 'refused', 'cancelled', 'reversed'] as const
export type SetOffState = (typeof setOffStates)[number]

/** The sums of a month, in whole fen. */
export interface MonthSums {
  readonly month: string
  readonly withheldFen: string
  /** What came back by the bank, and what was set off for distributions that were reversed. */
  readonly cameBackFen: string
  readonly setOffFen: string
  /** What was paid over less what the office gave back. */
  readonly paidOverFen: string
  /** What is on its way there, made or approved and not proved; and what is asked back. */
  readonly underWayFen: string
  readonly askedBackFen: string
  /** Payments of the month whose tax nobody has said. */
  readonly unknown: number
}

/** What stands to be paid over of a month; below nought it is a claim. */
export const standingOf = ({
  withheldFen,
  cameBackFen,
  setOffFen,
  paidOverFen,
}: MonthSums): bigint =>
  BigInt(withheldFen) - BigInt(cameBackFen) - BigInt(setOffFen) - BigInt(paidOverFen)

/** The most that can be paid over of a month now, or asked back of it. */
export function mostOf(sums: MonthSums, kind: RemittanceKind): bigint {
  const standing = standingOf(sums)
  const most =
    kind === 'paid_over'
      ? standing - BigInt(sums.underWayFen)
      : -standing - BigInt(sums.askedBackFen)
  return most > 0n ? most : 0n
}

/** The most that can be set off of a payment, beside what else is ordered of it. */
export function mostToSetOff(
  one: { readonly withheldFen: string; readonly setOffFen: string; readonly heldFen: string },
  others: bigint,
): bigint {
  const left = BigInt(one.withheldFen) - BigInt(one.setOffFen)
  const held = BigInt(one.heldFen)
  const most = (left < held ? left : held) - others
  return most > 0n ? most : 0n
}

/** By which day the tax of a month is paid over. */
export function dueOn(month: string, rule: WithholdingRule, calendar: Calendar): Day {
  return dayOfNextMonth(month, rule, calendar)
}
