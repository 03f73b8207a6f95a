import { z } from 'zod'
import { dayText, idText } from '../../platform/text.ts'
import { unknownWire } from '../../platform/totals.wire.ts'

/** What travels of the register of commissioned work. */

const Words = z.object({ zh: z.string(), en: z.string() })
const kinds = ['development', 'consulting', 'service', 'service_unclear'] as const

export const ServiceContractLineWire = z.object({
  id: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  counterparty: z.string().nullable(),
  signedOn: z.string().nullable(),
  status: z.string().nullable(),
  registration: z.string().nullable(),
  registrationNo: z.string().nullable(),
  amountFen: z.string().nullable(),
  receivedFen: z.string(),
  rewardedFen: z.string(),
  caseId: z.string().nullable(),
  team: z.array(z.string()),
  /**
   * Whether it may count in appraisals, and why not. Only for those who read declarations: whether it counts
   * tells already who is tied to the client.
   */
  recognition: z
    .object({
      state: z.enum(['counts', 'excluded', 'unknown']),
      related: z.array(z.object({ name: z.string(), tie: Words, through: Words })),
      undeclared: z.array(z.string()),
    })
    .nullable(),
})
export type ServiceContractLineWire = z.infer<typeof ServiceContractLineWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  kind: z.enum(kinds).optional(),
  registration: z.enum(['registered', 'open']).optional(),
  signedFrom: dayText().optional(),
  signedTo: dayText().optional(),
  /** The contract of a case. */
  caseId: idText().optional(),
}

export const ServiceContractFilterWire = z.object(filters)
export type ServiceContractFilterWire = z.output<typeof ServiceContractFilterWire>

export const ServiceContractQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ServiceContractQueryWire = z.output<typeof ServiceContractQueryWire>

export const ServiceContractPageWire = z.object({
  items: z.array(ServiceContractLineWire),
  nextCursor: z.string().optional(),
  totals: z
    .object({
      count: z.int(),
      /** None where it is known of no contract. */
      amountFen: z.string().nullable(),
      receivedFen: z.string(),
      rewardedFen: z.string(),
      unknown: unknownWire('amountFen', 'receivedFen', 'rewardedFen'),
    })
    .optional(),
})
export type ServiceContractPageWire = z.infer<typeof ServiceContractPageWire>
