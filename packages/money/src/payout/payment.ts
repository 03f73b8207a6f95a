import { type Fen, fen } from '@yizhuan/kit'
import type { Held, PaymentWay } from './orders.ts'

// The life of a payment. A line of a plan is paid by an order; one that comes back is ordered again as
// another attempt, and never two of a line are under way at once. What was paid and comes back later is
// told as it happened: paid on its day, returned on another.

export const paymentStates = ['ordered', 'sent', 'paid', 'returned', 'dropped'] as const
export type PaymentState = (typeof paymentStates)[number]

/** One attempt to pay one line. */
export interface PaymentOrder {
  readonly line: number
  readonly attempt: number
  readonly way: PaymentWay
  readonly fen: Fen
  readonly state: PaymentState
}

/** What may become of an order in each state. What is handed over in person was never sent. */
const next: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  ordered: ['sent', 'paid', 'dropped'],
  sent: ['paid', 'returned'],
  paid: ['returned'],
  returned: [],
  dropped: [],
}

/** Whether an order may turn so. Told again what it is already, it stays: that is `same`. */
export function turnOf(from: PaymentState, to: PaymentState): 'turns' | 'same' | 'barred' {
  if (from === to) return 'same'
  return next[from].includes(to) ? 'turns' : 'barred'
}

/** Whether an order can still bring the money, or has: beside it there is no other of its line. */
export const isUnderWay = (state: PaymentState): boolean =>
  state === 'ordered' || state === 'sent' || state === 'paid'

/** The newest attempt of each line. */
export function latestOf<Order extends Pick<PaymentOrder, 'line' | 'attempt'>>(
  orders: readonly Order[],
): readonly Order[] {
  const newest = new Map<number, Order>()
  for (const order of orders) {
    const known = newest.get(order.line)
    if (!known || known.attempt < order.attempt) newest.set(order.line, order)
  }
  return [...newest.values()].toSorted((one, other) => one.line - other.line)
}

/** The next attempt of each line that is not under way any more; of the others none. */
export function againOf<Order extends PaymentOrder>(orders: readonly Order[]): readonly Order[] {
  return latestOf(orders)
    .filter(({ state }) => !isUnderWay(state))
    .map((order) => ({ ...order, attempt: order.attempt + 1, state: 'ordered' as const }))
}

/**
 * Of what came back of plans that were paid out, or fell: what is owed still, and no more. The record of a
 * case says how much that is for each person; what it set off against something else is owed to nobody.
 */
export function owedAgainOf<Order extends PaymentOrder & { readonly name: string }>(
  orders: readonly Order[],
  owed: Held,
): readonly Order[] {
  const left = { cash: new Map(owed.cash), equity: new Map(owed.equity) }
  return againOf(orders).flatMap((order) => {
    const sums = left[order.way === 'equity' ? 'equity' : 'cash']
    const most = sums.get(order.name) ?? 0n
    const part = order.fen < most ? order.fen : most
    sums.set(order.name, most - part)
    return part > 0n ? [{ ...order, fen: fen(part) }] : []
  })
}

/** The sums of a plan's payments by how they stand; they sum to what is to be paid. */
export type Standing = Readonly<Record<PaymentState, bigint>>

export function standingOf(orders: readonly PaymentOrder[]): Standing {
  const sums = { ordered: 0n, sent: 0n, paid: 0n, returned: 0n, dropped: 0n }
  for (const { state, fen } of latestOf(orders)) sums[state] += fen
  return sums
}

/** Whether everybody has their money: only then is a plan paid out. */
export const isPaidOut = (orders: readonly PaymentOrder[]): boolean =>
  latestOf(orders).every(({ state }) => state === 'paid')
