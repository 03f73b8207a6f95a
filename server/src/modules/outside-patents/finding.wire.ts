import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { claimOutcomes, claimStates } from './claim.ts'
import { ClaimWire } from './claim.wire.ts'
import { answers, decisions } from './decision.ts'
import { doubts, supports } from './match.ts'

/** What travels of patents of others that may name staff. */

const MatchWire = z.object({
  personId: z.string(),
  name: z.string(),
  sureness: z.enum(['likely', 'possible']),
  why: z.array(z.enum(['sameName', ...supports, ...doubts])),
})

export const FindingLineWire = z.object({
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  filedOn: z.string().nullable(),
  applicants: z.array(z.string()),
  /** The staff who may be meant; whoever is concerned sees themselves only. */
  matches: z.array(MatchWire),
  decision: z.enum(decisions).nullable(),
  dueOn: z.string().nullable(),
  /** How far the claim on it is, and how it ended; for officers. */
  claim: z.enum(claimStates),
  claimOutcome: z.enum(claimOutcomes).nullable(),
  /** How many of those concerned have answered. */
  answered: z.int(),
})
export type FindingLineWire = z.infer<typeof FindingLineWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  decision: z.enum(['open', ...decisions]).optional(),
  sureness: z.enum(['likely', 'possible']).optional(),
  claim: z.enum(claimStates).optional(),
}
export const FindingFilterWire = z.object(filters)
export type FindingFilterWire = z.output<typeof FindingFilterWire>
export const FindingQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type FindingQueryWire = z.output<typeof FindingQueryWire>
export const FindingPageWire = z.object({
  items: z.array(FindingLineWire),
  nextCursor: z.string().optional(),
})
export type FindingPageWire = z.infer<typeof FindingPageWire>

export const FindingWire = FindingLineWire.extend({
  kind: z.string().nullable(),
  grantedOn: z.string().nullable(),
  inventors: z.array(z.string()),
  /** The file it was found in; for officers. */
  source: z.string().nullable(),
  readOn: z.string(),
  /** Every decision, the newest first; its reason is for officers. */
  decisions: z.array(
    z.object({
      decision: z.enum(decisions),
      reason: z.string().nullable(),
      task: z.string().nullable(),
      dueOn: z.string().nullable(),
      at: z.string(),
      by: z.string(),
    }),
  ),
  answers: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      answer: z.enum(answers),
      words: z.string().nullable(),
      at: z.string(),
    }),
  ),
  /** Every claim on it, the newest first; for officers. */
  claims: z.array(ClaimWire),
  mayDecide: z.boolean(),
  mayAnswer: z.boolean(),
})
export type FindingWire = z.infer<typeof FindingWire>

export const DecideFindingWire = z.strictObject({
  decision: z.enum(decisions),
  reason: text(1000),
  task: text(500).nullable().default(null),
  dueOn: dayText().nullable().default(null),
})
export type DecideFindingWire = z.input<typeof DecideFindingWire>

export const AnswerFindingWire = z
  .strictObject({ answer: z.enum(answers), words: text(2000).nullable().default(null) })
  .refine(({ answer, words }) => answer === 'not_me' || words !== null, {
    error: '请说明情况 / say how it came about',
    path: ['words'],
    params: { rule: 'answer-without-words' },
  })
export type AnswerFindingWire = z.input<typeof AnswerFindingWire>

/** What an export held, and what became of its rows. */
export const ReadCountsWire = z.object({
  rows: z.int(),
  ours: z.int(),
  registered: z.int(),
  withoutStaff: z.int(),
  found: z.int(),
  renewed: z.int(),
})
export type ReadCountsWire = z.infer<typeof ReadCountsWire>

export const OwnNamesWire = z.object({
  name: z.string(),
  others: z.array(
    z.object({ id: z.string(), kind: z.enum(['former', 'alias']), name: z.string() }),
  ),
})
export type OwnNamesWire = z.infer<typeof OwnNamesWire>

export const AddOwnNameWire = z.strictObject({
  kind: z.enum(['former', 'alias']),
  name: text(200),
})
export type AddOwnNameWire = z.input<typeof AddOwnNameWire>
export const OwnNameParamsWire = z.strictObject({ id: idText() })
