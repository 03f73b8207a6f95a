import { z } from 'zod'

/** One entry of a record's chain, for people: who changed what, and when. */
export const HistoryEntryWire = z.object({
  seq: z.int(),
  action: z.string(),
  at: z.string(),
  by: z.string(),
  /** Why, in the words of who changed it. */
  reason: z.string().optional(),
  changes: z.array(
    z.object({ field: z.string(), from: z.unknown().optional(), to: z.unknown().optional() }),
  ),
  hash: z.string(),
  /** Nothing is put back to it: a legal act said it, or it is about no field of the record. */
  isAct: z.boolean().optional(),
})
export type HistoryEntryWire = z.infer<typeof HistoryEntryWire>

/** The whole history of one record, oldest first, and whether its chain is unbroken. */
export const HistoryWire = z.object({
  items: z.array(HistoryEntryWire),
  /** Entries about what is closed to the reader; absent where there are none. */
  withheld: z.int().optional(),
  chain: z.object({ ok: z.boolean(), length: z.int(), brokenAt: z.int().optional() }),
})
export type HistoryWire = z.infer<typeof HistoryWire>
