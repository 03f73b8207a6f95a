// How much of a cash reward has the relief of income tax: what is paid within the months of the law after the
// income it is paid of arrived (cn-cash-reward-2018#h5). It is asked of each payment by its own day, since a
// royalty of years is paid out year by year; whether the relief is claimed at all is decided by the contract.
import { add, addMonths, type Day, type Fen, mul, ratio, roundUp } from '@yizhuan/kit'
import { isRatio, type Law, parameterAt } from '@yizhuan/law'

/** Some money and its day. */
export interface Dated {
  readonly on: Day
  readonly amount: bigint
}

/** How a payout stands to the window of the relief. */
export interface ReliefByDays {
  /** `mixed`: of some of the receipts, or some of the payments, it is too late. */
  readonly state: 'within' | 'mixed' | 'late'
  /** The day on which the window of the first receipt closes, and that of the last. */
  readonly firstClose: Day
  readonly lastClose: Day
  /** How much of what is paid is in time; the rest is counted in full. */
  readonly inTime: bigint
  /** What is counted as wages where the relief is claimed. */
  readonly counted: bigint
}

/** The months of the law within which a cash reward is paid; the part of it that is counted then. */
const [WINDOW, COUNTED] = ['cash.window.months', 'cash.counted']

/** The last day on which the reward of what arrived on a day has the relief; undefined where no law says it. */
export function reliefClosesOn(law: Law, receivedOn: Day): Day | undefined {
  const months = ratioOf(law, WINDOW, receivedOn)
  return months && addMonths(receivedOn, Number(months.n / months.d))
}

/**
 * Looks at payments of what some receipts brought. Each payment is of every receipt by what it brought of the whole.
 *
 * @returns undefined where nothing was paid or received, or no law says how long the window is.
 */
export function reliefByDays(
  law: Law,
  receipts: readonly Dated[],
  payments: readonly Dated[],
): ReliefByDays | undefined {
  const came = receipts.filter(({ amount }) => amount > 0n)
  const closes = came.flatMap(({ on }) => reliefClosesOn(law, on) ?? [])
  const [firstClose, lastClose] = [closes.toSorted()[0], closes.toSorted().at(-1)]
  const total = sumOf(came)
  const last = payments
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
  if (!firstClose || !lastClose || !last || closes.length < came.length) return undefined
  const parts = payments.map(({ on, amount }) => {
    const open = sumOf(came.filter((_one, at) => on <= (closes[at] as Day)))
    // Who is late with a fen of it is late: the part in time is rounded down.
    return { amount, inTime: (amount * open) / total }
  })
  const paid = sumOf(parts)
  const inTime = parts.reduce((sum, one) => sum + one.inTime, 0n)
  const part = ratioOf(law, COUNTED, last) ?? ratio(1)
  const counted = roundUp(add(ratio(paid - inTime), mul(ratio(inTime), part)))
  const state = inTime === paid ? 'within' : inTime === 0n ? 'late' : 'mixed'
  return { state, firstClose, lastClose, inTime, counted: counted as Fen }
}

function ratioOf(law: Law, parameter: string, on: Day) {
  const value = parameterAt(law.layers, parameter, on)?.value
  return value !== undefined && isRatio(value) ? value : undefined
}

const sumOf = (lines: readonly { readonly amount: bigint }[]): bigint =>
  lines.reduce((sum, { amount }) => sum + amount, 0n)
