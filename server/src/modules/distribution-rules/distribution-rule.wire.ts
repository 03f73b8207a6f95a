import { splitBases, splitLayers } from '@yizhuan/money'
import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { purposeCodes, ruleModes } from './distribution-rule.ts'

/** What travels of how a house shares net income out. */

const Words = z.object({ zh: z.string(), en: z.string() })
const File = z.strictObject({
  name: text(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().positive(),
})
const fen = z.string().regex(/^\d{1,18}$/)
const share = text(40)

const StepWire = z.strictObject({
  /** It counts for what is above this net income, in fen; the first begins at 0. */
  above: fen,
  share: share.nullable().default(null),
  /** Owed once, as soon as the net income is above. */
  fixed: fen.nullable().default(null),
})
const steps = z.array(StepWire).max(20)

const SchemeWire = z.strictObject({
  /** None: every mode of transfer that has no scheme of its own; never commissioned work. */
  modes: z.array(z.enum(ruleModes)).max(ruleModes.length),
  basis: z.enum(splitBases),
  layers: z
    .array(z.strictObject({ layer: z.enum(splitLayers), steps: steps.min(1) }))
    .min(1)
    .max(splitLayers.length),
  staff: steps,
  purposes: z
    .array(z.strictObject({ purpose: z.enum(purposeCodes), share }))
    .max(purposeCodes.length),
})
export type SchemeWire = z.infer<typeof SchemeWire>

export const NewDistributionRuleWire = z.strictObject({
  from: dayText(),
  /** First day on which it no longer holds. */
  to: dayText().nullable().default(null),
  title: text(200),
  number: text(80).nullable().default(null),
  approvedBy: text(120),
  approvedOn: dayText(),
  internalRule: idText().nullable().default(null),
  file: File.nullable().default(null),
  /** Plans are decided collectively before they are paid. */
  decidesPlans: z.boolean().default(false),
  schemes: z.array(SchemeWire).min(1).max(12),
  reason: text(1000).nullable().default(null),
  expectedVersion: z.int().min(0).optional(),
})
export type NewDistributionRuleWire = z.input<typeof NewDistributionRuleWire>

export const EndDistributionRuleWire = z.strictObject({
  from: dayText(),
  reason: text(1000),
  expectedVersion: z.int().min(0).optional(),
})
export type EndDistributionRuleWire = z.input<typeof EndDistributionRuleWire>

/** What a draft of the law would not allow; it holds nobody back. */
const WarningWire = z.object({ scheme: z.int(), words: Words })

export const MadeDistributionRuleWire = z.object({
  version: z.int(),
  warnings: z.array(WarningWire),
})
export type MadeDistributionRuleWire = z.infer<typeof MadeDistributionRuleWire>

export const DistributionRuleWire = z.object({
  version: z.int(),
  kind: z.enum(['made', 'ended']),
  from: z.string(),
  to: z.string().nullable(),
  title: z.string().nullable(),
  number: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedOn: z.string().nullable(),
  internalRule: z.object({ id: z.string(), title: z.string() }).nullable(),
  file: File.nullable(),
  decidesPlans: z.boolean(),
  schemes: z.array(SchemeWire),
  reason: z.string().nullable(),
  made: z.object({ name: z.string(), on: z.string() }),
  /** Whether it counts on the day that was asked about. */
  isInForce: z.boolean(),
  /** What it gives that the law of today does not allow, or a draft would not. */
  problems: z.array(z.object({ scheme: z.int(), isAdvisory: z.boolean(), words: Words })),
})
export type DistributionRuleWire = z.infer<typeof DistributionRuleWire>

export const OnDayWire = z.strictObject({ on: dayText().optional() })

export const DistributionRulesWire = z.object({
  /** Whose rule it is: what its paper is asked for by. */
  id: z.string(),
  on: z.string(),
  items: z.array(DistributionRuleWire),
  /** The floors and caps of the law on that day. */
  limits: z.array(
    z.object({
      id: z.string(),
      label: Words,
      bound: z.enum(['floor', 'ceiling']),
      share: z.string(),
      optional: z.boolean(),
      isAdvisory: z.boolean(),
      cite: z.object({ source: z.string(), at: z.string() }),
    }),
  ),
})
export type DistributionRulesWire = z.infer<typeof DistributionRulesWire>
