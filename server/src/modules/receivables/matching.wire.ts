import { currencyCodes } from '@yizhuan/money'
import { z } from 'zod'
import { clientId, dayText, idText, text } from '../../platform/text.ts'
import { linkBases } from './refund.wire.ts'
import { filesField, minorText } from './terms.wire.ts'

/** What travels of receipts and what they paid. */

const MatchLineWire = z.strictObject({ receivable: idText(), minor: minorText() })

export const MatchWire = z.strictObject({
  id: clientId(),
  lines: z.array(MatchLineWire).min(1).max(100),
})
export type MatchWire = z.infer<typeof MatchWire>

export const TakeBackWire = z.strictObject({ reason: text(500) })
export const ReceiptMatchParamsWire = z.strictObject({ id: idText(), match: idText() })

export const ReceiptCurrencyWire = z.strictObject({
  currency: z.enum(currencyCodes.filter((one) => one !== 'CNY') as [string, ...string[]]),
  minor: minorText().refine((minor) => minor !== '0', {
    error: '金额须大于零 / an amount is above zero',
    params: { rule: 'amount-above-zero' },
  }),
  /** Yuan for one unit; without one it is what the two amounts say. */
  rate: text(40).nullable().default(null),
  rateSource: text(200),
})
export type ReceiptCurrencyWire = z.input<typeof ReceiptCurrencyWire>

export const WriteOffWire = z.strictObject({
  id: clientId(),
  minor: minorText().refine((minor) => minor !== '0', {
    error: '金额须大于零 / an amount is above zero',
    params: { rule: 'amount-above-zero' },
  }),
  writtenOn: dayText(),
  reason: text(2000),
  /** What shows that it will not come. */
  files: filesField(),
})
export type WriteOffWire = z.infer<typeof WriteOffWire>

const refund = z.object({
  id: z.string(),
  receivedOn: z.string().nullable(),
  amountFen: z.string().nullable(),
})

/** A receipt with what it paid, what is left, and what it is proposed to pay. */
export const MatchingWire = z.object({
  currency: z.string(),
  leftMinor: z.string(),
  leftFen: z.string(),
  rate: z.string().nullable(),
  rateSource: z.string().nullable(),
  open: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      currency: z.string(),
      openMinor: z.string(),
      dueOn: z.string().nullable(),
      contractId: z.string(),
      contractTitle: z.string(),
      contractNumber: z.string().nullable(),
      /** How much of it the receipt is proposed to pay. */
      proposed: z.string().nullable(),
    }),
  ),
  matches: z.array(
    z.object({
      id: z.string(),
      receivableId: z.string(),
      label: z.string(),
      currency: z.string(),
      contractId: z.string(),
      minor: z.string(),
      fen: z.string(),
      takesBack: z.string().nullable(),
      isTakenBack: z.boolean(),
      reason: z.string().nullable(),
      madeName: z.string(),
      madeAt: z.string(),
    }),
  ),
  refunds: z.array(
    refund.extend({
      basis: z.enum(linkBases),
      reason: z.string().nullable(),
      madeName: z.string(),
      madeAt: z.string(),
    }),
  ),
  openRefunds: z.array(refund),
})
export type MatchingWire = z.infer<typeof MatchingWire>

export const LeftWire = z.object({ left: z.string() })
