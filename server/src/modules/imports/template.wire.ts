import { z } from 'zod'
import { registerNames } from './register-names.ts'

/** What travels of the tables that can be imported. */

/** A table: what it fills, what it takes, and whether whoever asks may import it. */
export const ImportTableWire = z.object({
  table: z.string(),
  register: z.enum(registerNames),
  mayImport: z.boolean(),
  /** Columns of identity cards, telephones and accounts are not read from it. */
  isPersonal: z.boolean(),
  columns: z.array(
    z.object({
      name: z.string(),
      heading: z.string(),
      isRequired: z.boolean(),
      words: z.array(z.string()),
    }),
  ),
})
export type ImportTableWire = z.infer<typeof ImportTableWire>

export const ImportTablesWire = z.object({ items: z.array(ImportTableWire) })
export type ImportTablesWire = z.infer<typeof ImportTablesWire>

/** A link cannot say which language its page is in: it is asked for. */
export const TemplateQueryWire = z.strictObject({ lang: z.enum(['zh', 'en']).optional() })
