import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { FileRefWire } from '../achievements/achievement.wire.ts'
import {
  consequences,
  obligationKinds,
  obligationStates,
  obligors,
  outcomes,
} from './obligation.ts'

/** What travels of the obligations of contracts. */

const files = z.array(FileRefWire).max(20).default([])

const fields = {
  kind: z.enum(obligationKinds),
  obligor: z.enum(obligors),
  title: text(200),
  clause: text(60).nullable().default(null),
  dueOn: dayText(),
  consequence: z.enum(consequences),
  consequenceText: text(500).nullable().default(null),
}

/** One obligation, or the same one every few months. */
export const AgreeObligationWire = z.strictObject({
  ...fields,
  /** It comes again after so many months; not given, it comes once. */
  everyMonths: z.int().min(1).max(60).nullable().default(null),
  /** How often it comes in all. */
  times: z.int().min(1).max(40).default(1),
})
export type AgreeObligationWire = z.input<typeof AgreeObligationWire>

const why = { reason: text(500), expectedSeq: z.int().min(1).optional() }

/** Mends what was typed wrongly. */
export const AmendObligationWire = z.strictObject({
  kind: fields.kind.optional(),
  obligor: fields.obligor.optional(),
  title: fields.title.optional(),
  clause: text(60).nullable().optional(),
  dueOn: dayText().optional(),
  consequence: fields.consequence.optional(),
  consequenceText: text(500).nullable().optional(),
  ...why,
})
export type AmendObligationWire = z.input<typeof AmendObligationWire>

/** How it came out, with what shows it. */
export const ObligationOutcomeWire = z.strictObject({
  outcome: z.enum(outcomes),
  on: dayText(),
  words: text(1000),
  files,
})
export type ObligationOutcomeWire = z.input<typeof ObligationOutcomeWire>

/** A later day was agreed. */
export const ExtendObligationWire = z.strictObject({ dueOn: dayText(), reason: text(500), files })
export type ExtendObligationWire = z.input<typeof ExtendObligationWire>

export const TakeBackOutcomeWire = z.strictObject({ reason: text(500) })

export const ObligationFilterWire = z.strictObject({
  contract: idText().optional(),
  kind: z.enum(obligationKinds).optional(),
  obligor: z.enum(obligors).optional(),
  state: z.enum(obligationStates).optional(),
  q: z.string().trim().min(1).max(100).optional(),
})
export type ObligationFilterWire = z.output<typeof ObligationFilterWire>
export const ObligationQueryWire = ObligationFilterWire.extend({
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ObligationQueryWire = z.output<typeof ObligationQueryWire>

export const ObligationWire = z.object({
  id: z.string(),
  contractId: z.string(),
  contractNumber: z.string().nullable(),
  contractTitle: z.string(),
  counterparty: z.string().nullable(),
  kind: z.enum(obligationKinds),
  obligor: z.enum(obligors),
  title: z.string(),
  clause: z.string().nullable(),
  dueOn: z.string(),
  firstDueOn: z.string(),
  consequence: z.enum(consequences),
  consequenceText: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  outcomeOn: z.string().nullable(),
  outcomeText: z.string().nullable(),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
  state: z.enum(obligationStates),
})
export type ObligationWire = z.infer<typeof ObligationWire>

export const ObligationPageWire = z.object({
  today: z.string(),
  items: z.array(ObligationWire),
  nextCursor: z.string().optional(),
})
export type ObligationPageWire = z.infer<typeof ObligationPageWire>
export const AgreedObligationsWire = z.object({ ids: z.array(z.string()) })
export const ObligationSeqWire = z.object({ seq: z.int() })
