import { z } from 'zod'

/** What travels of grants that a contract of the register contradicts. */

export const GrantConflictsWire = z.object({
  items: z.array(
    z.object({
      /** The number of the case or contract, and to whom it grants. */
      by: z.string(),
      to: z.string(),
      kind: z.enum(['exclusive', 'sole', 'plain', 'assigned', 'empowered']),
      field: z.string().nullable(),
      territory: z.string().nullable(),
      until: z.string().nullable(),
      achievement: z.string(),
    }),
  ),
})
export type GrantConflictsWire = z.infer<typeof GrantConflictsWire>
