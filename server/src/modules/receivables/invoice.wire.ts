import { z } from 'zod'
import { clientId, dayText, idText, text } from '../../platform/text.ts'
import { filesField, minorText } from './terms.wire.ts'

/** What travels of invoices. Amounts are whole fen and include value added tax. */

export const NewInvoiceWire = z.strictObject({
  id: clientId(),
  /** Who is invoiced; the counterparty of the contract unless told. */
  buyer: text(200).nullable().default(null),
  lines: z
    .array(
      z.strictObject({
        receivable: idText(),
        fen: minorText().refine((fen) => fen !== '0', {
          error: '金额须大于零 / an amount is above zero',
          params: { rule: 'amount-above-zero' },
        }),
        /** Of a foreign receivable: what of it is asked for in its currency; all that is left unless told. */
        minor: minorText().nullable().default(null),
      }),
    )
    .min(1)
    .max(60),
  /** `exempt` where the sale bears no tax: that is not a rate of nought. */
  vatRate: text(20),
  /** Why the rate is none of those of its day. */
  vatReason: text(500).nullable().default(null),
  remark: text(1000).nullable().default(null),
})
export type NewInvoiceWire = z.input<typeof NewInvoiceWire>

/** One number however its digits are written. */
const invoiceNumber = () => text(60).normalize('NFKC')

export const IssueWire = z.strictObject({
  number: invoiceNumber(),
  issuedOn: dayText(),
  /** Why the rate is none of those of the day of issue, where it was not said before. */
  vatReason: text(500).nullable().default(null),
  files: filesField(),
})
export type IssueWire = z.input<typeof IssueWire>

/** A red-letter invoice: what it takes back of another one; all that is left of it unless told. */
export const RedWire = z.strictObject({
  id: clientId(),
  number: invoiceNumber(),
  issuedOn: dayText(),
  reason: text(500),
  /** By receivable, in fen; nought takes nothing of it back. */
  lines: z
    .array(z.strictObject({ receivable: idText(), fen: minorText() }))
    .max(60)
    .default([]),
  files: filesField(),
})
export type RedWire = z.input<typeof RedWire>

/** `entry`: entered by mistake, and its number is free again; `invoice`: it is void, and its number stays used. */
export const voidGrounds = ['entry', 'invoice'] as const

export const VoidWire = z.strictObject({
  reason: text(500),
  ground: z.enum(voidGrounds).default('invoice'),
})
export type VoidWire = z.input<typeof VoidWire>
