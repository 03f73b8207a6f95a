import { z } from 'zod'
import { LapseWire } from '../../../platform/lapse.wire.ts'
import { problemSchema } from '../../../platform/problem.ts'
import { dayText, idText, text } from '../../../platform/text.ts'
import { FileRefWire } from '../case.wire.ts'

/** What travels about the same act on several cases. */

const Words = z.object({ zh: z.string(), en: z.string() })

/** The most cases of one run: what somebody can still look through before confirming. */
export const mostCases = 100

const Ids = z.array(idText()).min(1).max(mostCases)

/** The cases at hand. */
export const BulkCasesWire = z.strictObject({ cases: Ids })

/** The acts that the caller may record for several of them alike. */
export const BulkOptionsWire = z.object({
  items: z.array(
    z.object({
      procedure: z.string(),
      act: z.string(),
      label: Words,
      /** The person who is away, where the caller may record it only in their roles. */
      actFor: z.object({ person: z.string(), name: z.string() }).optional(),
      cases: z.array(z.string()),
    }),
  ),
})
export type BulkOptionsWire = z.infer<typeof BulkOptionsWire>

const Order = z.strictObject({
  procedure: z.string().max(40),
  act: z.string().regex(/^[a-zA-Z]{1,60}$/),
  on: dayText().optional(),
  data: z.record(z.string(), z.unknown()).default({}),
  files: z.array(FileRefWire).max(50).default([]),
  lateReason: text(500).optional(),
  role: z.string().max(40).optional(),
  /** The person who is away and in whose roles it is recorded. */
  actingFor: idText().optional(),
})

/** The act, and for which cases to foresee it. */
export const ForeseeBulkWire = Order.extend({ cases: Ids })
export type ForeseeBulkWire = z.input<typeof ForeseeBulkWire>

/** What the act would meet in each case; nothing is written. */
export const BulkPreviewWire = z.object({
  /** Laws of the place that are not in force on the day of the act. */
  lapses: z.array(LapseWire),
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      seq: z.int(),
      /** Why it would be refused; absent where it would be recorded. */
      problem: problemSchema.optional(),
      warnings: z.array(z.unknown()),
    }),
  ),
})
export type BulkPreviewWire = z.infer<typeof BulkPreviewWire>

/** The order itself. `id` is made by the sender: what comes again under it is done once. */
export const StartBulkWire = Order.extend({
  id: idText(),
  cases: z
    .array(z.strictObject({ id: idText(), expectedSeq: z.int().min(1) }))
    .min(1)
    .max(mostCases)
    .refine((cases) => new Set(cases.map(({ id }) => id)).size === cases.length, {
      error: '同一项目只能选择一次 / a case can be chosen once',
      params: { rule: 'each-once' },
    }),
})
export type StartBulkWire = z.input<typeof StartBulkWire>

/** Addresses one run. */
export const BulkParamsWire = z.strictObject({ id: idText() })

/** That it is ordered. */
export const BulkStartedWire = z.object({ id: z.string() })

/** What was given up. */
export const BulkCancelledWire = z.object({ id: z.string(), cancelled: z.int() })

/** A run and what became of each case. */
export const BulkRunWire = z.object({
  id: z.string(),
  procedure: z.string(),
  act: z.string(),
  label: Words,
  by: z.string(),
  at: z.string(),
  on: z.string(),
  isCancelled: z.boolean(),
  mayCancel: z.boolean(),
  progress: z.object({
    waiting: z.int(),
    recorded: z.int(),
    refused: z.int(),
    cancelled: z.int(),
  }),
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      state: z.enum(['waiting', 'recorded', 'refused', 'cancelled']),
      seq: z.int().optional(),
      problem: problemSchema.optional(),
    }),
  ),
})
export type BulkRunWire = z.infer<typeof BulkRunWire>

/** The caller's newest runs. */
export const BulkRunsWire = z.object({ items: z.array(BulkRunWire.omit({ items: true })) })
export type BulkRunsWire = z.infer<typeof BulkRunsWire>
