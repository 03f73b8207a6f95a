import { z } from 'zod'
import { dayText } from '../../platform/text.ts'

/** What travels of the periodic report. */

export const ReportQueryWire = z.object({ from: dayText().optional(), to: dayText().optional() })

export type ReportQueryWire = z.output<typeof ReportQueryWire>

export const ReportWire = z.object({
  from: z.string(),
  to: z.string(),
  opening: z.int(),
  entered: z.int(),
  closing: z.int(),
  lapsed: z.int(),
  movements: z.array(
    z.object({
      tag: z.enum(['attribute', 'stage', 'conversion']),
      value: z.string(),
      opening: z.int(),
      came: z.int(),
      went: z.int(),
      closing: z.int(),
    }),
  ),
  money: z.object({
    openingFen: z.string(),
    addedFen: z.string(),
    derecognisedFen: z.string(),
    closingFen: z.string(),
    spentFen: z.string(),
    expensedFen: z.string(),
    collectedFen: z.string(),
  }),
})
export type ReportWire = z.infer<typeof ReportWire>
