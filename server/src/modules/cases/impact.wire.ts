import { z } from 'zod'
import { dayText, text } from '../../platform/text.ts'

/** What travels of the question: which open cases would look different under another rule or reading? */

const Words = z.object({ zh: z.string(), en: z.string() })

/** Without `from` a reading is looked through as if it had always governed. */
export const ImpactQuestionWire = z.strictObject({
  kind: z.enum(['parameter', 'reading']),
  subject: z.string().max(120),
  choice: text(120).nullable(),
  from: dayText().optional(),
})
export type ImpactQuestionWire = z.input<typeof ImpactQuestionWire>

const Seen = z.object({
  status: z.string(),
  due: z.string().nullable(),
  opens: z.string().nullable(),
})

/** The open cases that would look different, and in what. */
export const ImpactWire = z.object({
  asOf: z.string(),
  looked: z.int(),
  cases: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      changes: z.array(
        z.object({
          norm: z.string(),
          title: Words,
          cite: z.object({ source: z.string(), at: z.string() }).nullable(),
          before: Seen,
          after: Seen,
        }),
      ),
    }),
  ),
})
export type ImpactWire = z.infer<typeof ImpactWire>
