import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'
import { setOffStates } from './tax.ts'
import { positiveFen } from './tax.wire.ts'

/** What travels of tax that is set off once a distribution was reversed. */

export const OrderSetOffWire = z.strictObject({
  /** Of the client: sent twice it is ordered once. */
  id: idText().optional(),
  batch: idText(),
  number: z.int().min(1),
  amountFen: positiveFen(),
  document: text(200),
})
export type OrderSetOffWire = z.input<typeof OrderSetOffWire>

export const SetOffLineWire = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  name: z.string(),
  reference: z.string(),
  /** In which the payment was made. */
  month: z.string(),
  amountFen: z.string(),
  document: z.string(),
  state: z.enum(setOffStates),
  /** Whether it is a claim on the tax office; null until it is set off. */
  isClaim: z.boolean().nullable(),
  remark: z.string().nullable(),
  madeBy: z.string(),
  madeName: z.string(),
  madeOn: z.string(),
  decidedName: z.string().nullable(),
  decidedOn: z.string().nullable(),
  reversedName: z.string().nullable(),
  reversedOn: z.string().nullable(),
  reversedFor: z.string().nullable(),
})
export type SetOffLineWire = z.infer<typeof SetOffLineWire>

export const SetOffOrderWire = SetOffLineWire.extend({ seq: z.int() })
export type SetOffOrderWire = z.infer<typeof SetOffOrderWire>

const filters = { state: z.enum(setOffStates).optional() }
export const SetOffFilterWire = z.object(filters)
export type SetOffFilterWire = z.output<typeof SetOffFilterWire>

export const SetOffQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type SetOffQueryWire = z.output<typeof SetOffQueryWire>

export const SetOffPageWire = z.object({
  items: z.array(SetOffLineWire),
  nextCursor: z.string().optional(),
})
export type SetOffPageWire = z.infer<typeof SetOffPageWire>
