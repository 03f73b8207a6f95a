import { z } from 'zod'

/** What travels of searches over all registers. */

export const SearchQueryWire = z.strictObject({
  /** Words; a record is found when it contains every one of them. */
  q: z.string().trim().min(1).max(100),
  /** Only records of this kind. */
  kind: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

/** A piece of a text, and whether it is what was looked for. */
export const PartWire = z.object({ text: z.string(), hit: z.boolean() })

/** A record that was found, with where it says so. */
export const HitWire = z.object({
  /** The kind of record, which also says where it is shown. */
  kind: z.string(),
  id: z.string(),
  label: z.string().nullable(),
  title: z.array(PartWire),
  snippet: z.array(PartWire).nullable(),
})
export type HitWire = z.infer<typeof HitWire>

export const SearchWire = z.object({
  items: z.array(HitWire),
  /** Whether there are more than these; a further word narrows it down. */
  more: z.boolean(),
})
export type SearchWire = z.infer<typeof SearchWire>
