import { addYears, type Day } from '@yizhuan/kit'

// Capital is subscribed first and paid in later. By when is for the articles of the company, and for the
// law where it sets an end (the years come from a pack); what is worked out here is what is still open.

/** What a holder promised to pay in, by when, and what came. */
export interface Subscription {
  readonly holder: string
  readonly fen: bigint
  readonly on: Day
  /** The day of the articles; none where they name none. */
  readonly dueOn: Day | null
  readonly paid: readonly { readonly on: Day; readonly fen: bigint }[]
}

export interface PayIn {
  readonly holder: string
  readonly subscribed: bigint
  readonly paid: bigint
  readonly open: bigint
  /** The last day: of the articles, or of the law where that is earlier or they name none. */
  readonly lastDay: Day | null
  readonly isLate: boolean
}

/** The last day to pay in: the earlier of the day of the articles and the years of the law. */
export function lastDayOf(
  { on, dueOn }: Pick<Subscription, 'on' | 'dueOn'>,
  years: number | undefined,
): Day | null {
  const byLaw = years === undefined ? null : addYears(on, years)
  if (dueOn === null) return byLaw
  return byLaw !== null && byLaw < dueOn ? byLaw : dueOn
}

/** What is paid in on a day and what is open, subscription by subscription. */
export function payInOf(
  subscriptions: readonly Subscription[],
  { years, today }: { readonly years: number | undefined; readonly today: Day },
): readonly PayIn[] {
  return subscriptions.map((one) => {
    const paid = one.paid.filter(({ on }) => on <= today).reduce((sum, { fen }) => sum + fen, 0n)
    const open = paid < one.fen ? one.fen - paid : 0n
    const lastDay = lastDayOf(one, years)
    const isLate = open > 0n && lastDay !== null && lastDay < today
    return { holder: one.holder, subscribed: one.fen, paid, open, lastDay, isLate }
  })
}
