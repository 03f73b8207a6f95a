// A refund that was entered twice takes from a receipt twice, as long as enough of it is left. The same receipt and
// amount on the same day, or under the same voucher, is taken for the same money until somebody says that it is not.
import type { ActsState } from '../../procedure/acts-state.ts'
import { label } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'

type Data = Readonly<Record<string, unknown>>
type Acts = Pick<ActsState, 'acts'>

export const refundedBefore: OutOfOrder = {
  code: 'refund-recorded-before',
  detail: label(
    '同一到账已登记过同日同额（或同一凭证）的退款；确为另一笔的，请勾选“确为另一笔退款”。',
    'A refund of this receipt and amount is recorded of that day, or under that voucher; if it is another, tick that it is.',
  ),
}

/** Whether something of the same receipt went back before: then a form asks whether this is another refund. */
export function isLikeBefore({ acts }: Acts, { receipt }: Data): boolean {
  return (acts['receiptRefunded'] ?? []).some(({ data }) => data['receipt'] === receipt)
}

/** Whether a refund looks like one that is on record, and nobody said that it is another. */
export function isRefundedTwice({ acts }: Acts, data: Data, on: string | undefined): boolean {
  if (data['another'] === true) return false
  return (acts['receiptRefunded'] ?? []).some(
    (one) => isAlike(one.data, data) && (one.on === on || one.data['voucher'] === data['voucher']),
  )
}

const isAlike = (one: Data, other: Data): boolean =>
  one['receipt'] === other['receipt'] && fenOf(one) === fenOf(other)

const fenOf = ({ amount }: Data): bigint | undefined =>
  /^\d+$/.test(`${amount}`) ? BigInt(`${amount}`) : undefined
