import { z } from 'zod'
import { purposes } from './retained.ts'

/** What travels of what the institution keeps of distributions. */

// There is no year nought: a day of it is none.
const year = z
  .string()
  .regex(/^(?!0000)\d{4}$/, { error: '年份写作四位数字 / a year has four digits' })

export const RetainedQueryWire = z.object({
  /** The current one where none is named. */
  year: year.optional(),
})
export type RetainedQueryWire = z.output<typeof RetainedQueryWire>

const Words = z.object({ zh: z.string(), en: z.string() })

export const RetainedLineWire = z.object({
  /** Nothing of cases closed to whoever asks. */
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  title: z.string().nullable(),
  on: z.string(),
  keptFen: z.string(),
  /** What its plan said it is kept for. */
  parts: z.array(
    z.object({ purpose: z.enum(purposes), note: z.string().nullable(), amountFen: z.string() }),
  ),
})
export type RetainedLineWire = z.infer<typeof RetainedLineWire>

export const RetainedWire = z.object({
  year: z.string(),
  years: z.array(z.string()),
  keptFen: z.string(),
  purposes: z.array(z.object({ purpose: z.enum(purposes), amountFen: z.string() })),
  /** Of which no plan says what for. */
  unsaidFen: z.string(),
  lines: z.array(RetainedLineWire),
  /** What the law of the place says of the uses. */
  findings: z.array(
    z.object({
      norm: z.string(),
      title: Words,
      status: z.string(),
      isAdvisory: z.boolean(),
      articles: z.array(z.object({ source: z.string(), at: z.string() })),
      /** What has to be known first. */
      missing: z.array(Words),
      /** How ambiguous words are read. */
      readings: z.array(z.object({ question: Words, text: Words })),
    }),
  ),
})
export type RetainedWire = z.infer<typeof RetainedWire>
