import { z } from 'zod'
import { dayText, fenText, idText, monthText, text } from '../../platform/text.ts'
import { vatKinds, vatStates } from './vat.ts'

/** What travels of the value added tax of invoices. */

const positiveFen = () =>
  fenText().refine((value) => /^[1-9]/.test(value), {
    error: '须大于零 / must be more than nought',
    params: { rule: 'positive' },
  })

export const VatMonthWire = z.object({
  month: z.string(),
  arisenFen: z.string(),
  settled: z.record(z.enum(vatKinds), z.string()),
  /** What is owed through this month; below nought more was settled than arose. */
  owedFen: z.string(),
})
export type VatMonthWire = z.infer<typeof VatMonthWire>

/** A contract with a case, whose invoices bear other tax than the case deducts. */
export const VatDealWire = z.object({
  contractId: z.string(),
  title: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  vatFen: z.string(),
  costFen: z.string(),
})
export type VatDealWire = z.infer<typeof VatDealWire>

export const VatWire = z.object({
  months: z.array(VatMonthWire),
  owedFen: z.string(),
  /** Tax in costs of deals that were booked as paid, and is not recorded here yet; below nought too much is. */
  costsFen: z.string(),
  deals: z.array(VatDealWire),
})
export type VatWire = z.infer<typeof VatWire>

export const SettleVatWire = z.strictObject({
  /** Of the client: sent twice it is recorded once. */
  id: idText(),
  month: monthText(),
  kind: z.enum(vatKinds),
  amountFen: positiveFen(),
  on: dayText(),
  document: text(200),
  remark: text(500).nullable().default(null),
})

export const ReverseVatWire = z.strictObject({ reason: text(500) })

export const VatLineWire = z.object({
  id: z.string(),
  month: z.string(),
  kind: z.enum(vatKinds),
  amountFen: z.string(),
  onDay: z.string(),
  document: z.string(),
  remark: z.string().nullable(),
  state: z.enum(vatStates),
  madeName: z.string(),
  madeOn: z.string(),
  reversedOn: z.string().nullable(),
  reversedName: z.string().nullable(),
})
export type VatLineWire = z.infer<typeof VatLineWire>

export const VatSettlementWire = VatLineWire.extend({
  seq: z.int(),
  madeBy: z.string(),
  reversedFor: z.string().nullable(),
})
export type VatSettlementWire = z.infer<typeof VatSettlementWire>

const filters = { month: monthText().optional(), state: z.enum(vatStates).optional() }
export const VatFilterWire = z.object(filters)
export type VatFilterWire = z.output<typeof VatFilterWire>

export const VatQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type VatQueryWire = z.output<typeof VatQueryWire>

export const VatPageWire = z.object({
  items: z.array(VatLineWire),
  nextCursor: z.string().optional(),
})
export type VatPageWire = z.infer<typeof VatPageWire>
