import { z } from 'zod'
import { dayText, text } from '../../platform/text.ts'
import { ruleStates } from './internal-rule.ts'

/** What travels of the rules an institution made for itself. */

const Words = z.object({ zh: z.string(), en: z.string() })
const File = z.strictObject({
  name: text(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().positive(),
})

const fields = {
  topic: text(60),
  title: text(200),
  number: text(80).nullable().optional(),
  /** The body that approved it. */
  approvedBy: text(120).nullable().optional(),
  approvedOn: dayText().nullable().optional(),
  inForceOn: dayText(),
  /** First day on which it no longer holds by its own term. */
  validTo: dayText().nullable().optional(),
  /** First day on which it is repealed. */
  endedOn: dayText().nullable().optional(),
  reviewOn: dayText().nullable().optional(),
  file: File.nullable().optional(),
  remark: text(1000).nullable().optional(),
}

export const NewInternalRuleWire = z.strictObject(fields)
export type NewInternalRuleWire = z.input<typeof NewInternalRuleWire>

export const AmendInternalRuleWire = z.strictObject({
  ...fields,
  topic: fields.topic.optional(),
  title: fields.title.optional(),
  inForceOn: fields.inForceOn.optional(),
  reason: text(500),
  expectedSeq: z.int().min(1).optional(),
})
export type AmendInternalRuleWire = z.input<typeof AmendInternalRuleWire>

/** What the list of rules is narrowed by. */
export const InternalRuleFilterWire = z.strictObject({
  q: z.string().trim().min(1).max(100).optional(),
  topic: z.string().max(60).optional(),
  state: z.enum(ruleStates).optional(),
})
export type InternalRuleFilterWire = z.output<typeof InternalRuleFilterWire>

export const InternalRuleLineWire = z.object({
  id: z.string(),
  topic: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedOn: z.string().nullable(),
  inForceOn: z.string(),
  validTo: z.string().nullable(),
  endedOn: z.string().nullable(),
  reviewOn: z.string().nullable(),
  file: File.nullable(),
  remark: z.string().nullable(),
  state: z.enum(ruleStates),
  /** The day by which it is to be looked at again. */
  reviewDay: z.string(),
})
export type InternalRuleLineWire = z.infer<typeof InternalRuleLineWire>
export const InternalRuleWire = InternalRuleLineWire.extend({ seq: z.int() })
export type InternalRuleWire = z.infer<typeof InternalRuleWire>
export const InternalRulePageWire = z.object({ items: z.array(InternalRuleLineWire) })
export type InternalRulePageWire = z.infer<typeof InternalRulePageWire>

export const EnteredInternalRuleWire = z.object({ id: z.string() })
export const AmendedInternalRuleWire = z.object({ seq: z.int() })

/** One thing that a text asks an institution to have, and what there is. */
const DemandWire = z.object({
  norm: z.string(),
  title: Words,
  force: z.enum(['must', 'should']),
  /** A draft advises only. */
  isAdvisory: z.boolean(),
  articles: z.array(z.object({ source: z.string(), at: z.string(), label: Words })),
  topics: z.array(z.string()),
  status: z.enum(['met', 'breached', 'pending', 'na', 'unknown']),
  /** The last day, where the text gives one. */
  due: z.string().nullable(),
  state: z.enum(['missing', 'in_force', 'to_renew']).nullable(),
  rules: z.array(z.string()),
  /** What is not known and would settle it. */
  missing: z.array(Words),
})
export type DemandWire = z.infer<typeof DemandWire>

/** The day it is asked of; today where none is given. */
export const ChecklistQueryWire = z.strictObject({ on: dayText().optional() })

/** What the law in force here asks for, and what the registers answer. */
export const ChecklistWire = z.object({
  on: z.string(),
  law: z.string(),
  demands: z.array(DemandWire),
  rules: z.array(InternalRuleLineWire),
  topics: z.record(z.string(), Words),
  /** What the registers told the law, and by what paper. */
  known: z.array(
    z.object({ fact: z.string(), label: Words, value: Words, document: z.string().nullable() }),
  ),
})
export type ChecklistWire = z.infer<typeof ChecklistWire>
