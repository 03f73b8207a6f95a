import { addMonths, type Day, parseRatio } from '@yizhuan/kit'
import { type PayIn, payInOf } from '@yizhuan/money'
import type { ArticleRef } from '../../platform/dues.ts'
import type { ToldHolding } from '../cases/index.ts'
import type { ClockWire, PeriodWire } from './holding.wire.ts'

// The days that come up in a holding: to leave it, to pay in what the house subscribed, to act in its case.

/** By which law subscribed capital is paid in, for a company of a day. */
export interface PayInLaw {
  readonly years: number
  readonly article: ArticleRef
  readonly verified: boolean
}

/** What is open of a subscription, and whether its last day is that of the law or of the articles. */
export type DuePayIn = PayIn & { readonly byLaw: boolean }

/** What nobody compared with the official text only advises. */
export const isAdvice = (law: PayInLaw | undefined, byLaw: boolean): boolean =>
  byLaw && law?.verified === false

/** Every subscription with what is open of it and its last day. */
export function payInsOf(
  { subscriptions }: Pick<ToldHolding, 'subscriptions'>,
  law: PayInLaw | undefined,
  today: Day,
): readonly DuePayIn[] {
  const told = subscriptions.map(({ holder, fen, on, dueOn, paid }) => ({
    holder,
    fen: BigInt(fen),
    on: on as Day,
    dueOn: dueOn as Day | null,
    paid: paid.map((one) => ({ on: one.on as Day, fen: BigInt(one.fen) })),
  }))
  return payInOf(told, { years: law?.years, today }).map((one, at) => ({
    ...one,
    byLaw: one.lastDay !== null && one.lastDay !== told[at]?.dueOn,
  }))
}

/** What the house itself has still to pay in, while it holds anything. */
export function ownPayIns(payIns: readonly DuePayIn[], periods: readonly PeriodWire[]) {
  const now = periods.at(-1)?.holders ?? []
  const own = new Set(
    now
      .filter(({ kind }) => kind === 'institution' || kind === 'platform_company')
      .filter(({ share }) => parseRatio(share).n > 0n)
      .map(({ name }) => name),
  )
  return payIns.filter(({ holder, open }) => own.has(holder) && open > 0n)
}

/** The clocks of what the house has still to pay in. */
export function payInClocks(
  payIns: readonly DuePayIn[],
  periods: readonly PeriodWire[],
  law: PayInLaw | undefined,
): readonly ClockWire[] {
  return ownPayIns(payIns, periods).flatMap(({ holder, lastDay, byLaw }) =>
    lastDay === null
      ? []
      : [
          {
            kind: 'pay_in' as const,
            day: lastDay,
            title: { zh: `${holder}缴足认缴出资`, en: `${holder} pays in what it subscribed` },
            article: byLaw ? (law?.article ?? null) : null,
            advisory: isAdvice(law, byLaw),
          },
        ],
  )
}

/** How many months before equity is to be left one is warned: a custom of the house, and no rule of any text. */
const exitWarnings = [24, 12, 6] as const

/** The days on which one is warned that equity is to be left; those that passed told what they had to. */
export function warningsBefore(
  due: Day,
  today: Day,
): readonly { readonly day: Day; readonly months: number }[] {
  return exitWarnings
    .map((months) => ({ day: addMonths(due, -months), months }))
    .filter(({ day }) => day >= today)
}

/** The first by its day. */
export function firstOf(clocks: readonly ClockWire[]): ClockWire | null {
  return clocks.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))[0] ?? null
}
