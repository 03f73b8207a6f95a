// What comes in is held against what was agreed: far more is mostly a slip of the pen, and is recorded for a
// reason only. Where nobody can know the sum beforehand, nothing is asked.
import { z } from 'zod'
import { filledIn, label, text } from './fields.ts'
import type { OutOfOrder } from './order.ts'
import type { Fit } from './procedure.ts'

/** What the register of receivables says of the sum: it depends on sales, or on a rate of exchange. */
const OPEN = 'open'

/** What a receipt carries beside its amount. */
export const beyondFields = {
  beyond: text('超出约定金额的原因', 'Why more came in than was agreed').optional(),
  /** Whole fen that the payment terms come to, or that they leave it open; none where none are entered. */
  agreedSum: filledIn(
    z
      .string()
      .regex(/^(open|\d{1,19})$/)
      .optional(),
    '付款约定合计',
    'Sum of the payment terms',
  ),
}

export const receivedBeyond: OutOfOrder = {
  code: 'receipt-beyond-agreed',
  detail: label(
    '到账合计超过约定的金额；请核对金额，确为多收或另有约定的，请说明原因。',
    'More would have come in than was agreed. Check the amount; where it is right, say why it is more.',
  ),
}

/** What the record says of a contract. Amounts are whole fen. */
export interface AgreedMoney {
  /** The prices that were agreed, one after the other; none where the record leaves the sum open. */
  readonly prices: readonly (string | undefined)[]
  readonly received: bigint
}

type Data = Readonly<Record<string, unknown>>

/** Whether more would have come in than was agreed; unknown is no. */
export function isBeyondAgreed(
  money: AgreedMoney | undefined,
  { amount, agreedSum }: Data,
): boolean {
  if (money === undefined || agreedSum === OPEN || !isWhole(amount)) return false
  const known = [...money.prices, agreedSum].filter(isWhole).map(BigInt)
  const whole = money.received + BigInt(amount)
  return known.some((most) => most > 0n) && known.every((most) => whole > most)
}

/** What the record says to a receipt that goes beyond what was agreed and does not say why. */
export function wrongBeyond(money: AgreedMoney | undefined, data: Data): OutOfOrder | undefined {
  const isSaid = String(data['beyond'] ?? '').trim() !== ''
  return !isSaid && isBeyondAgreed(money, data) ? receivedBeyond : undefined
}

/** The reason is asked where it is wanted, and only there. */
export const beyondFit = (money: AgreedMoney | undefined, data: Data): Fit =>
  isBeyondAgreed(money, data) ? { hides: [], wants: ['beyond'] } : { hides: ['beyond'], wants: [] }

const isWhole = (text: unknown): text is string => typeof text === 'string' && /^\d+$/.test(text)
