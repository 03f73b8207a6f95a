import { z } from 'zod'
import { dayText, idText } from '../../platform/text.ts'
import { voidGrounds } from './invoice.wire.ts'

/** What travels of the list of invoices. */

/** A draft, issued, paid, all of it taken back by red-letter ones, a red-letter one itself, void. */
export const invoiceStates = ['draft', 'issued', 'paid', 'takenBack', 'red', 'void'] as const
export type InvoiceState = (typeof invoiceStates)[number]

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  contract: idText().optional(),
  state: z.enum(invoiceStates).optional(),
  from: dayText().optional(),
  to: dayText().optional(),
}
export const InvoiceFilterWire = z.object(filters)
export type InvoiceFilterWire = z.output<typeof InvoiceFilterWire>

export const InvoiceQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type InvoiceQueryWire = z.output<typeof InvoiceQueryWire>

export const InvoiceLineWire = z.object({
  id: z.string(),
  contractId: z.string(),
  contractNumber: z.string().nullable(),
  contractTitle: z.string(),
  state: z.enum(invoiceStates),
  buyer: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  amountFen: z.string(),
  vatRate: z.string(),
  vatFen: z.string(),
  vatReason: z.string().nullable(),
  /** Of a red-letter invoice: the number of the one it takes back. */
  redOfNumber: z.string().nullable(),
  voidReason: z.string().nullable(),
  voidGround: z.enum(voidGrounds).nullable(),
  remark: z.string().nullable(),
  /** What it asks for, by the labels of the receivables. */
  asksFor: z.string(),
})
export type InvoiceLineWire = z.infer<typeof InvoiceLineWire>

export const InvoicePageWire = z.object({
  items: z.array(InvoiceLineWire),
  nextCursor: z.string().optional(),
  /** Of everything the filter finds, with the first page only; what is void counts, and asks for nothing. */
  totals: z.object({ count: z.int(), amountFen: z.string(), vatFen: z.string() }).optional(),
})
export type InvoicePageWire = z.infer<typeof InvoicePageWire>
