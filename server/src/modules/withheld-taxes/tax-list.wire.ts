import { z } from 'zod'
import { text } from '../../platform/text.ts'
import { FileRefWire } from './tax.wire.ts'

/** What travels of lists of tax withheld. */

export const PreviewTaxListWire = z.strictObject({
  file: FileRefWire,
  /** Whether the payments are through. */
  isLate: z.boolean().default(false),
})
export type PreviewTaxListWire = z.input<typeof PreviewTaxListWire>

export const TakeTaxListWire = PreviewTaxListWire.extend({ document: text(200) })
export type TakeTaxListWire = z.input<typeof TakeTaxListWire>

export const TaxListPreviewWire = z.object({
  /** Lines that tell a tax, and what they sum to. */
  lines: z.int(),
  sumFen: z.string(),
  faulty: z.int(),
  /** The first of the lines that do not fit. */
  faults: z.array(
    z.object({
      /** The sheet, where lines of several are taken. */
      sheet: z.string().nullable(),
      row: z.int(),
      reference: z.string(),
      typed: z.string(),
      fault: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
})
export type TaxListPreviewWire = z.infer<typeof TaxListPreviewWire>
