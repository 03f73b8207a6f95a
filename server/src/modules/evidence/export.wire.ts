import { z } from 'zod'
import { exportedAs } from '../../platform/export-formats.ts'

/** What travels of the lists that were taken out of the platform. */

const words = z.object({ zh: z.string(), en: z.string() })

export const ExportWire = z.object({
  seq: z.int(),
  at: z.string(),
  by: z.string(),
  list: words,
  format: z.enum(exportedAs),
  /** By the names of the fields of the query. */
  filter: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  rows: z.int(),
  /** Its lines are about people. */
  isPersonal: z.boolean(),
})
export type ExportWire = z.infer<typeof ExportWire>

export const ExportFilterWire = z.strictObject({
  /** Only those of lists about people. */
  personal: z.stringbool().optional(),
})
export type ExportFilterWire = z.infer<typeof ExportFilterWire>

export const ExportQueryWire = ExportFilterWire.extend({
  /** The number of the last entry of the page before. */
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type ExportQueryWire = z.infer<typeof ExportQueryWire>

export const ExportPageWire = z.object({
  items: z.array(ExportWire),
  nextCursor: z.string().optional(),
})
export type ExportPageWire = z.infer<typeof ExportPageWire>
