import { z } from 'zod'
import { dayText, idText, text } from '../../../platform/text.ts'

/** What travels of an institution's own rules and readings. */

const Words = z.object({ zh: z.string(), en: z.string() })
const Cite = z.object({ source: z.string(), at: z.string() })

const BasisFileWire = z.strictObject({
  name: text(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().positive(),
})

const proposal = {
  from: dayText(),
  /** First day on which it no longer governs. */
  to: dayText().nullable().default(null),
  /** The document and its clause. */
  basis: text(500),
  basisFile: BasisFileWire.nullable().default(null),
}

/** A stricter number; null takes the own number back from that day on. */
export const ProposeRuleWire = z.strictObject({
  param: z.string().max(120),
  value: text(40).nullable(),
  ...proposal,
})
export type ProposeRuleWire = z.input<typeof ProposeRuleWire>

/** Another reading of a clause; null goes back to the documented default. */
export const ProposeReadingWire = z.strictObject({
  interpretation: z.string().max(120),
  reading: text(120).nullable(),
  ...proposal,
})
export type ProposeReadingWire = z.input<typeof ProposeReadingWire>

/** What becomes of a proposal; a rejection says why. */
export const DecideRuleWire = z
  .strictObject({
    outcome: z.enum(['approved', 'rejected', 'withdrawn']),
    reason: text(2000).nullable().default(null),
  })
  .refine(({ outcome, reason }) => outcome !== 'rejected' || reason !== null, {
    path: ['reason'],
    message: '不予批准须说明理由 / a rejection says why',
  })
export type DecideRuleWire = z.input<typeof DecideRuleWire>

export const RuleParamsWire = z.strictObject({ id: idText() })
export const OnDayWire = z.strictObject({ on: dayText().optional() })
export const ProposedWire = z.object({ id: z.string() })

const Signed = z.object({ name: z.string(), on: z.string() })

/** A proposal and what became of it. */
export const OwnRuleWire = z.object({
  id: z.string(),
  subject: z.string(),
  choice: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  /** The days on which it really governs: a later one may have ended it. */
  governsTo: z.string().nullable(),
  basis: z.string(),
  basisFile: BasisFileWire.nullable(),
  standing: z.enum(['proposed', 'rejected', 'withdrawn', 'ahead', 'governs', 'ended']),
  proposed: Signed,
  decided: Signed.extend({ reason: z.string().nullable() }).nullable(),
  /** Whether the caller proposed it: then somebody else has to approve it. */
  isMine: z.boolean(),
  /** What the law of today says against it. */
  problems: z.array(z.object({ text: Words, cite: Cite.optional() })),
})
export type OwnRuleWire = z.infer<typeof OwnRuleWire>

/** One layer of a number: a law with its article, or the institution with its document. */
export const LayerWire = z.object({
  by: z.string(),
  /** Where the law is from, such as CN or CN-GD; absent for the institution's own. */
  jurisdiction: z.string().optional(),
  /** Proposed by a draft: it bounds nobody's rule. */
  isDraft: z.boolean().optional(),
  value: z.string(),
  cite: Cite.optional(),
})
export type LayerWire = z.infer<typeof LayerWire>

/** A number of law, what it comes to on the day, and the institution's own rules about it. */
export const OwnParameterWire = z.object({
  id: z.string(),
  label: Words,
  kind: z.enum(['ratio', 'days', 'number', 'money']),
  bound: z.enum(['floor', 'ceiling', 'minPeriod', 'maxPeriod', 'fixed']),
  value: z.string().nullable(),
  provenance: z.string().nullable(),
  layers: z.array(LayerWire),
  own: z.array(OwnRuleWire),
})
export type OwnParameterWire = z.infer<typeof OwnParameterWire>

/** The numbers of the law that applies, with what the institution made of them. */
export const OwnParametersWire = z.object({ on: z.string(), items: z.array(OwnParameterWire) })
export type OwnParametersWire = z.infer<typeof OwnParametersWire>

/** An ambiguous clause, the reading that applies, and the institution's choices about it. */
export const OwnReadingWire = z.object({
  id: z.string(),
  label: Words,
  question: Words,
  rationale: Words,
  cite: Cite,
  default: z.string(),
  reading: z.string(),
  readings: z.array(z.object({ id: z.string(), text: Words })),
  norms: z.array(z.object({ id: z.string(), title: Words })),
  own: z.array(OwnRuleWire),
})
export type OwnReadingWire = z.infer<typeof OwnReadingWire>

/** The ambiguous clauses of the law that applies. */
export const OwnReadingsWire = z.object({ on: z.string(), items: z.array(OwnReadingWire) })
export type OwnReadingsWire = z.infer<typeof OwnReadingsWire>

/** What a browser adds to the law to judge as a case of this institution is judged: each from its day on. */
export const OwnGroundWire = z.object({
  institution: z.string(),
  /** The packs that govern its cases, base first. */
  packs: z.array(z.string()),
  rules: z.array(
    z.object({
      param: z.string(),
      value: z.string(),
      by: z.string(),
      basis: z.string(),
      from: z.string(),
      to: z.string().optional(),
    }),
  ),
  chosen: z.array(
    z.object({
      id: z.string(),
      reading: z.string(),
      by: z.string(),
      basis: z.string(),
      from: z.string(),
      to: z.string().optional(),
    }),
  ),
})
export type OwnGroundWire = z.infer<typeof OwnGroundWire>

/** The provinces there is law for. */
export const LawPlacesWire = z.array(
  z.object({
    province: z.string(),
    packs: z.array(
      z.object({ id: z.string(), title: Words, status: z.string(), isPilot: z.boolean() }),
    ),
  }),
)
export type LawPlacesWire = z.infer<typeof LawPlacesWire>
