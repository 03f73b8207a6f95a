import { z } from 'zod'

/** What travels of searches over all registers. */

/** Words; a record is found when it contains every one of them. */
const words = z.string().trim().min(1).max(100)

export const CountsQueryWire = z.strictObject({ q: words })

/** How many records of each kind contain the words; kinds that have none are left out. */
export const CountsWire = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      count: z.int(),
      /** There are more than were counted. */
      more: z.boolean(),
    }),
  ),
})
export type CountsWire = z.infer<typeof CountsWire>

/** How many records of each kind are not found by their words yet, only by their number. */
export const WaitingWire = z.object({
  items: z.array(z.object({ kind: z.string(), count: z.int() })),
})
export type WaitingWire = z.infer<typeof WaitingWire>

export const SearchQueryWire = z.strictObject({
  q: words,
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
