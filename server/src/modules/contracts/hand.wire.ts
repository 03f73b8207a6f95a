import { add, compare, parseRatio, ratio } from '@yizhuan/kit'
import { z } from 'zod'
import { clientId, dayText, idText, text } from '../../platform/text.ts'
import {
  contractKinds,
  contractStatuses,
  exclusivities,
  modes,
  partyRoles,
  pricings,
} from './contract.ts'

/** What travels of contracts that people enter and change by hand. */

const fen = z.string().regex(/^\d{1,15}$/, '须为整数分 / must be whole fen')
const percentage = z
  .string()
  .regex(/^(100|\d{1,2})(\.\d{1,6})?%$/, '须为百分比，如 30% / must be a percentage, such as 30%')

/** One party of a contract. */
export const PartyWire = z.strictObject({
  role: z.enum(partyRoles),
  name: text(200),
  uscc: text(30).nullable().default(null),
  share: percentage.nullable().default(null),
})
export type PartyWire = z.input<typeof PartyWire>

/** What those of one role hold together is no more than the whole: two grantors with 70 % each hold nothing right. */
const partiesField = () =>
  z
    .array(PartyWire)
    .max(20)
    .refine((parties) => partyRoles.every((role) => isWithinWhole(parties, role)), {
      error: '同一角色各方的份额合计不得超过 100% / shares of one role are 100% or less in all',
      params: { rule: 'shares-within-whole' },
    })

function isWithinWhole(parties: readonly z.output<typeof PartyWire>[], role: string): boolean {
  const shares = parties.flatMap((one) =>
    one.role === role && one.share !== null ? [parseRatio(one.share)] : [],
  )
  return compare(shares.reduce(add, ratio(0)), ratio(1)) <= 0
}

const fields = {
  number: text(60).nullable().optional(),
  counterparty: text(200).nullable().optional(),
  counterpartyUscc: text(30).nullable().optional(),
  mode: z.enum(modes).nullable().optional(),
  exclusivity: z.enum(exclusivities).nullable().optional(),
  pricing: z.enum(pricings).nullable().optional(),
  amountFen: fen.nullable().optional(),
  firstPaymentFen: fen.nullable().optional(),
  royaltyText: text(500).nullable().optional(),
  signedOn: dayText().nullable().optional(),
  termFrom: dayText().nullable().optional(),
  termTo: dayText().nullable().optional(),
  noticeFrom: dayText().nullable().optional(),
  noticeTo: dayText().nullable().optional(),
  decision: text(300).nullable().optional(),
  status: z.enum(contractStatuses).nullable().optional(),
  lead: text(100).nullable().optional(),
  departments: z.array(text(100)).max(20).optional(),
  remark: text(2000).nullable().optional(),
}

/** A contract that no case signed and no ledger brought. */
export const EnterContractWire = z.strictObject({
  /** The id the client gives it: sent twice, it is entered once. */
  id: clientId(),
  kind: z.enum(contractKinds),
  title: text(300),
  ...fields,
  parties: partiesField().default([]),
  achievements: z.array(idText()).max(50).default([]),
  patentNumbers: z.array(text(60)).max(50).default([]),
})
export type EnterContractWire = z.input<typeof EnterContractWire>

/** What is changed of a contract without a case, and why; what is not given stays. */
export const ChangeContractWire = z.strictObject({
  kind: z.enum(contractKinds).optional(),
  title: text(300).optional(),
  ...fields,
  reason: text(500),
  expectedSeq: z.int().min(1).optional(),
})
export type ChangeContractWire = z.input<typeof ChangeContractWire>

/** Who the parties are, and what the contract is about: also of one that a case signed. */
export const RelateContractWire = z.strictObject({
  /** Also of one that a case signed without saying it. */
  counterpartyUscc: text(30).nullable().optional(),
  parties: partiesField().optional(),
  achievements: z.array(idText()).max(50).optional(),
  patentNumbers: z.array(text(60)).max(50).optional(),
  reason: text(500),
  expectedSeq: z.int().min(1).optional(),
})
export type RelateContractWire = z.input<typeof RelateContractWire>

export const EnteredWire = z.object({ id: z.string() })
export const ChangedWire = z.object({ seq: z.int() })
