import { eventKinds } from '@yizhuan/docket'
import { z } from 'zod'
import { clientId, dayText, fenText, idText, text } from '../../../platform/text.ts'
import { FileRefWire } from '../docket/docket.wire.ts'
import { costStates, partyRoles } from './party.ts'

/** What travels of who owns a right, who bears its fees, and what others owe of them. */

/** A share as "70%" or "7/10". */
const Share = z.string().regex(/^(\d{1,3}(\.\d{1,6})?%|\d{1,6}\/[1-9]\d{0,5})$/, 'share')

const PartyWire = z.strictObject({
  name: text(200),
  role: z.enum(partyRoles),
  title: Share.nullable().default(null),
  cost: Share,
  reducedUntil: z.int().min(2000).max(2200).nullable().default(null),
})

export const RecordPartiesWire = z.strictObject({
  id: clientId(),
  from: dayText(),
  parties: z.array(PartyWire).min(1).max(30),
  basis: text(500),
  files: z.array(FileRefWire).max(20).default([]),
})
export type RecordPartiesWire = z.input<typeof RecordPartiesWire>

const Party = z.object({
  name: z.string(),
  role: z.enum(partyRoles),
  title: z.string().nullable(),
  cost: z.string(),
  reducedUntil: z.int().nullable(),
})

/** What one party owes of one paid fee, and what became of it. */
export const CostShareWire = z.object({
  right: z.string(),
  number: z.string().nullable(),
  rightTitle: z.string(),
  /** The payment: which fee, of which year, when, how much. */
  event: z.string(),
  fee: z.enum(eventKinds),
  year: z.int().nullable(),
  on: z.string(),
  fen: z.string(),
  party: z.string(),
  /** None of somebody who is no party any more. */
  role: z.enum(partyRoles).nullable(),
  share: z.string().nullable(),
  owedFen: z.string(),
  claimedFen: z.string(),
  receivedFen: z.string(),
  /** Claimed and not received yet. */
  outstandingFen: z.string(),
  state: z.enum(costStates),
  entries: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['claimed', 'received']),
      fen: z.string(),
      on: z.string(),
      document: z.string(),
      recordedName: z.string(),
      takenBack: z.object({ name: z.string(), on: z.string(), reason: z.string() }).nullable(),
    }),
  ),
})
export type CostShareWire = z.infer<typeof CostShareWire>

export const RightSharesWire = z.object({
  today: z.string(),
  /** Newest first. */
  sets: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      parties: z.array(Party),
      basis: z.string(),
      recordedName: z.string(),
      recordedOn: z.string(),
    }),
  ),
  /** Who holds the title of its achievement today, as it is registered there. */
  holders: z.array(z.object({ name: z.string(), share: z.string() })),
  /** The co-owners that the register names, where nothing else is known. */
  coOwners: z.array(z.string()),
  institution: z.string(),
  costs: z.array(CostShareWire),
})
export type RightSharesWire = z.infer<typeof RightSharesWire>

export const CostFilterWire = z.object({
  q: z.string().trim().min(1).max(100).optional(),
  state: z.enum(costStates).optional(),
  party: z.string().trim().min(1).max(200).optional(),
})
export type CostFilterWire = z.output<typeof CostFilterWire>

export const CostListWire = z.object({
  items: z.array(CostShareWire),
  /** Of the lines shown: what others owe, what was claimed, what came. */
  owedFen: z.string(),
  claimedFen: z.string(),
  receivedFen: z.string(),
  parties: z.array(z.string()),
})
export type CostListWire = z.infer<typeof CostListWire>

export const RecordCostWire = z.strictObject({
  id: clientId(),
  right: idText(),
  event: idText(),
  party: text(200),
  kind: z.enum(['claimed', 'received']),
  fen: fenText().refine((amount) => BigInt(amount) > 0n, {
    error: '金额须大于零 / the amount must be above nought',
    params: { rule: 'amount-above-nought' },
  }),
  on: dayText(),
  document: text(300),
})
export type RecordCostWire = z.input<typeof RecordCostWire>

export const CostParamsWire = z.object({ entry: idText() })
export const TakeBackCostWire = z.strictObject({ reason: text(300) })
