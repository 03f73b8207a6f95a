// What came in counts once: under one voucher no more is recorded than came in under it.
import { label, money } from './fields.ts'
import type { OutOfOrder } from './order.ts'

/** What came in as a whole under a voucher, of which only a part is recorded here. */
export const wholeReceipt = money(
  '到账总额（一笔到账分几次或分到几个项目登记时填写）',
  'Whole of the receipt (where it is recorded in parts)',
).optional()

/** What is recorded of a receipt. Amounts are whole fen. */
export interface ReceiptPart {
  readonly voucher: string
  readonly amount: string
  readonly voucherAmount?: string | undefined
}

export const receivedBefore: OutOfOrder = {
  code: 'receipt-already-recorded',
  detail: label(
    '这个凭证的到账已登记；一笔到账分次登记的，请填写到账总额，各次合计不超过总额；确为另一笔的，请在凭证号前注明年月。',
    'A receipt under this voucher is recorded already. If it is recorded in parts, say what came in as a whole; the parts come to no more. If it is another receipt, put year and month before its number.',
  ),
}

type Told = readonly { readonly data: Readonly<Record<string, unknown>> }[]

/**
 * Why no more may be recorded under the voucher of a receipt. What was recorded by mistake never came in, and is
 * recorded anew under it; what went back to the payer came in all the same.
 * @param received the acts that recorded what came in
 * @param refunded the acts that took of it back
 */
export function countedTwice(
  received: Told | undefined,
  refunded: Told | undefined,
  { voucher, amount, voucherAmount }: ReceiptPart,
): OutOfOrder | undefined {
  const same = (received ?? []).filter(({ data }) => data['voucher'] === voucher)
  const mistaken = (refunded ?? []).filter(
    ({ data }) => data['receipt'] === voucher && data['cause'] === 'entry_error',
  )
  const taken = sumOf(same) - sumOf(mistaken)
  if (taken <= 0n) return undefined
  const whole =
    voucherAmount ?? same.findLast(({ data }) => data['voucherAmount'])?.data['voucherAmount']
  const isWithin = whole !== undefined && taken + BigInt(amount) <= BigInt(String(whole))
  return isWithin ? undefined : receivedBefore
}

const sumOf = (acts: Told): bigint =>
  acts.reduce((sum, { data }) => sum + BigInt(String(data['amount'])), 0n)
