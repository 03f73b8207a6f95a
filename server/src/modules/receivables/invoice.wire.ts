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
  vatRate: text(20),
  remark: text(1000).nullable().default(null),
})
export type NewInvoiceWire = z.input<typeof NewInvoiceWire>

export const IssueWire = z.strictObject({
  number: text(60),
  issuedOn: dayText(),
  files: filesField(),
})
export type IssueWire = z.input<typeof IssueWire>

export const VoidWire = z.strictObject({ reason: text(500) })
