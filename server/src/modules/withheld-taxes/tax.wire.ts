import { z } from 'zod'
import { dayText, fenText, idText, monthText, text } from '../../platform/text.ts'
import { remittanceKinds, remittanceStates } from './tax.ts'

/** What travels of tax that is withheld from rewards and paid over. */

export const positiveFen = () =>
  fenText().refine((value) => /^[1-9]/.test(value), {
    error: '须大于零 / must be more than nought',
    params: { rule: 'positive' },
  })
export const FileRefWire = z.strictObject({
  name: text(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(0),
})

export const TaxMonthWire = z.object({
  month: z.string(),
  withheldFen: z.string(),
  /** What came back by the bank with its tax. */
  cameBackFen: z.string(),
  /** What was set off for distributions that were reversed. */
  setOffFen: z.string(),
  paidOverFen: z.string(),
  /** What is left to be paid over; below nought it is a claim on the tax office. */
  standingFen: z.string(),
  underWayFen: z.string(),
  askedBackFen: z.string(),
  /** How much can be ordered now, either way. */
  mayPayFen: z.string(),
  mayAskFen: z.string(),
  /** Payments of the month whose tax nobody has said: the sums do not hold it. */
  unknown: z.int(),
  dueOn: z.string(),
  isLate: z.boolean(),
})
export type TaxMonthWire = z.infer<typeof TaxMonthWire>

export const ToSetOffWire = z.object({
  batchId: z.string(),
  number: z.int(),
  reference: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  name: z.string(),
  paidOn: z.string(),
  amountFen: z.string(),
  withheldFen: z.string(),
  setOffFen: z.string(),
  heldFen: z.string(),
  /** Ordered, and not agreed to yet. */
  underWayFen: z.string(),
  mostFen: z.string(),
})

export const WithheldTaxesWire = z.object({
  today: z.string(),
  /** By which day of the next month tax is paid over, with its article; whether somebody compared it. */
  rule: z.object({
    day: z.int(),
    cite: z.object({ source: z.string(), at: z.string() }),
    restTitle: z.object({ zh: z.string(), en: z.string() }),
    verified: z.boolean(),
  }),
  months: z.array(TaxMonthWire),
  /** What stands over all months; below nought it is a claim. */
  owedFen: z.string(),
  toSetOff: z.array(ToSetOffWire),
})
export type WithheldTaxesWire = z.infer<typeof WithheldTaxesWire>

export const MakeRemittanceWire = z.strictObject({
  /** Of the client: sent twice it is made once. */
  id: idText(),
  month: monthText(),
  kind: z.enum(remittanceKinds).default('paid_over'),
  amountFen: positiveFen(),
  remark: text(500).nullable().default(null),
})
export type MakeRemittanceWire = z.input<typeof MakeRemittanceWire>

export const DecideRemittanceWire = z.strictObject({
  approve: z.boolean(),
  remark: text(500).optional(),
})

export const RemittanceReasonWire = z.strictObject({ reason: text(500) })

export const SettleRemittanceWire = z.strictObject({
  on: dayText(),
  document: text(200),
  files: z.array(FileRefWire).max(20).default([]),
})
export type SettleRemittanceWire = z.input<typeof SettleRemittanceWire>

export const RemittanceLineWire = z.object({
  id: z.string(),
  month: z.string(),
  kind: z.enum(remittanceKinds),
  amountFen: z.string(),
  state: z.enum(remittanceStates),
  remark: z.string().nullable(),
  madeName: z.string(),
  madeOn: z.string(),
  decidedName: z.string().nullable(),
  decidedOn: z.string().nullable(),
  settledOn: z.string().nullable(),
  document: z.string().nullable(),
  reversedOn: z.string().nullable(),
  reversedName: z.string().nullable(),
})
export type RemittanceLineWire = z.infer<typeof RemittanceLineWire>

export const RemittanceWire = RemittanceLineWire.extend({
  seq: z.int(),
  madeBy: z.string(),
  settledName: z.string().nullable(),
  reversedFor: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), size: z.int() })),
})
export type RemittanceWire = z.infer<typeof RemittanceWire>

const filters = { month: monthText().optional(), state: z.enum(remittanceStates).optional() }
export const RemittanceFilterWire = z.object(filters)
export type RemittanceFilterWire = z.output<typeof RemittanceFilterWire>

export const RemittanceQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RemittanceQueryWire = z.output<typeof RemittanceQueryWire>

export const RemittancePageWire = z.object({
  items: z.array(RemittanceLineWire),
  nextCursor: z.string().optional(),
})
export type RemittancePageWire = z.infer<typeof RemittancePageWire>
