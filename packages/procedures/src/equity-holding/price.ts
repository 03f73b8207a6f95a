// The money of a disposal: no more than was decided without a reason, and bound to what came in.
import type { ActsState } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import { decisionInHand } from './decisions.ts'

type Said = Readonly<Record<string, unknown>>

/** Whole fen that somebody told; nought where they did not, or not as they must. */
const fenOf = (told: unknown): bigint =>
  typeof told === 'string' && /^\d{1,18}$/.test(told) ? BigInt(told) : 0n

export const priceOf = ({ price }: Said): bigint => fenOf(price)

/** Whether more is told than was decided. A decision that names no price leaves it to the agreement. */
export function isBeyondDecided(state: ActsState | undefined, data: Said): boolean {
  const decided = state && decisionInHand(state)?.data.price
  return decided !== undefined && priceOf(data) > BigInt(decided)
}

/** Whether what is told to have come in is another sum than the price. */
export const isReceivedOtherwise = (data: Said): boolean => receivedOf(data) !== priceOf(data)

function receivedOf({ receipts }: Said): bigint {
  if (!Array.isArray(receipts)) return 0n
  return receipts.reduce((sum: bigint, one: Said | null) => sum + fenOf(one?.['amount']), 0n)
}

export const beyondDecided: OutOfOrder = {
  code: 'price-beyond-decided',
  detail: label(
    '成交金额超过决策的金额；请写明原因，条件有变的请重新决策。',
    'The price is more than was decided: say why, or decide anew where the terms changed.',
  ),
}

/** What is wrong with the price of a disposal. */
export function wrongPrice(state: ActsState | undefined, data: Said): OutOfOrder | undefined {
  return isBeyondDecided(state, data) && data['beyond'] === undefined ? beyondDecided : undefined
}
