import { currencyCodes } from '@yizhuan/money'
import { z } from 'zod'
import { clientId, dayText, fenText, idText, text } from '../../platform/text.ts'

/** What travels of receipts that people enter by hand. */

function above(rule: z.ZodString) {
  return rule.refine((amount) => BigInt(amount) > 0n, {
    error: '金额须大于零 / an amount is above zero',
    params: { rule: 'amount-above-zero' },
  })
}

/** What arrived and neither a case nor a ledger announced. */
export const EnterReceiptWire = z.strictObject({
  /** The id the client gives it: sent twice, it is entered once. */
  id: clientId(),
  payer: text(200),
  receivedOn: dayText(),
  currency: z.enum(currencyCodes as [string, ...string[]]).default('CNY'),
  /** What was booked, in fen. Of a receipt in another currency it follows from the rate, where that is given. */
  amountFen: above(fenText()).nullable().default(null),
  /** What arrived in the other currency, in its smallest unit, with the rate of the day and who said it. */
  minor: above(fenText()).nullable().default(null),
  rate: text(40).nullable().default(null),
  rateSource: text(200).nullable().default(null),
  account: text(60),
  voucher: text(200),
  /** What came in as a whole under the voucher, where this is a part of it. */
  wholeFen: above(fenText()).nullable().default(null),
  /** Of which contract it is, where that is known yet. */
  contract: idText().nullable().default(null),
  instalment: text(60).nullable().default(null),
  remark: text(2000).nullable().default(null),
})
export type EnterReceiptWire = z.input<typeof EnterReceiptWire>

/** What went back of a receipt that no case recorded: an amount above zero. */
export const GiveBackWire = z.strictObject({
  /** The id the client gives it: sent twice, it goes back once. */
  id: clientId(),
  on: dayText(),
  amountFen: above(fenText()),
  account: text(60),
  voucher: text(200),
  reason: text(500),
})
export type GiveBackWire = z.input<typeof GiveBackWire>
